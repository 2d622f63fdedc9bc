package io.mindstream.preprocess.signal;

/**
 * Columns of a drift, without the intercept. Polynomials are Legendre's over the run, or over
 * {@value #NOMINAL_SECONDS} s where its length is not known; cosines are those of the discrete
 * cosine transform of a run of N volumes, {@code cos(pi k (t + 1/2) / N)} for k = 1 to {@code
 * floor(2 N TR hertz)}.
 */
final class DriftBasis {

  private static final double NOMINAL_SECONDS = 600;

  /** Of a run of hours, or of a header that expects absurdly many volumes: sums grow with them. */
  private static final int MOST_COSINES = 256;

  private final boolean cosines;
  private final int columns;
  private final double length; // volumes

  DriftBasis(Drift drift, SignalShape shape) {
    double tr = shape.repetitionTimeSeconds();
    boolean known = shape.expectedVolumes() > 0;
    this.cosines = drift instanceof Drift.Cosine && known;
    this.length = known ? shape.expectedVolumes() : NOMINAL_SECONDS / tr;
    if (drift instanceof Drift.Polynomial polynomial) {
      this.columns = polynomial.order();
    } else if (drift instanceof Drift.Cosine cosine && known) {
      // As many as there are volumes would leave nothing.
      double all = Math.floor(2 * length * tr * cosine.hertz() + 1e-9);
      this.columns = (int) Math.min(MOST_COSINES, Math.min(all, length - 1));
    } else {
      this.columns = Drift.ORDER_OF_UNKNOWN_LENGTH;
    }
  }

  int columns() {
    return columns;
  }

  /** Writes the columns of volume {@code index} into {@code x} from {@code at} on. */
  void fill(int index, double[] x, int at) {
    double share = (index + 0.5) / length;
    for (int k = 1; k <= columns; k++) {
      x[at + k - 1] = cosines ? StrictMath.cos(Math.PI * k * share) : legendre(k, 2 * share - 1);
    }
  }

  private static double legendre(int order, double u) {
    double before = 1;
    double value = u;
    for (int k = 2; k <= order; k++) {
      double next = ((2 * k - 1) * u * value - (k - 1) * before) / k;
      before = value;
      value = next;
    }
    return value;
  }
}
