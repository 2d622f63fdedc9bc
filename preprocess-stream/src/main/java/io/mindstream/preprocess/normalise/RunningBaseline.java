package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.trial.WindowMean;

/**
 * Mean, linear drift and standard deviation of each ROI voxel over the volumes of a run up to some
 * moment: normalisations {@code RUNNING} and {@code PERCENT}. Only volumes that were there at that
 * moment may be added, so that the result is causal.
 *
 * <p>Letters: V voxels of the ROI, n volumes, t index of a volume, x value of a voxel. Each voxel
 * is fitted as {@code x = mean(x) + b (t - mean(t))}; its standard deviation is that of the
 * residuals, {@code sqrt(SSR / n)}.
 *
 * <p>The drift is {@code b = sum (t - mean(t)) (x - mean(x)) / (sum (t - mean(t))^2 + k)}, where
 * {@code k = s (s^2 - 1) / 12}: ridge regression, as if s steady volumes, without drift, had been
 * seen before the run. Least squares, which is s = 0, takes part of the response to a run's first
 * trials for drift and removes it; with s = 120 these keep their response, half of a drift is
 * removed once there are 120 volumes, and nearly all of it in a long run.
 *
 * <p>The sums are kept as in Welford, Note on a method for calculating corrected sums of squares
 * and products, Technometrics 4 (1962): they stay exact where a voxel's mean is large against its
 * spread.
 */
public final class RunningBaseline {

  /**
   * A voxel whose residuals are smaller than this share of its root mean square does not vary: what
   * is left is the rounding of float32.
   */
  private static final double ROUNDING = 1e-7;

  private final double[] meanX; // (V)
  private final double[] squaresX; // (V) sum of (x - mean)^2
  private final double[] products; // (V) sum of (t - mean)(x - mean)
  private final double steadySquares;
  private double meanT;
  private double squaresT;
  private int n;

  /** A baseline of no volumes yet, of {@code voxels} = V voxels, its drift by least squares. */
  public RunningBaseline(int voxels) {
    this(voxels, 0);
  }

  /**
   * A baseline of no volumes yet, of {@code voxels} = V voxels.
   *
   * @param steadyVolumes s, 0 or more
   */
  public RunningBaseline(int voxels, int steadyVolumes) {
    double steady = steadyVolumes;
    this.steadySquares = Math.max(0, steady * (steady * steady - 1) / 12);
    this.meanX = new double[voxels];
    this.squaresX = new double[voxels];
    this.products = new double[voxels];
  }

  /**
   * Adds one volume.
   *
   * @param index the volume's index in the run, origin 0
   * @param values (V), read only
   */
  public void add(int index, float[] values) {
    n++;
    double deltaT = index - meanT;
    meanT += deltaT / n;
    double restT = index - meanT;
    squaresT += deltaT * restT;
    for (int v = 0; v < meanX.length; v++) {
      double deltaX = values[v] - meanX[v];
      meanX[v] += deltaX / n;
      squaresX[v] += deltaX * (values[v] - meanX[v]);
      products[v] += deltaX * restT;
    }
  }

  /**
   * The mean over a window of the normalised volumes, {@code (x - a - b t) / scale}. A voxel that
   * does not vary, or has no signal to be a percentage of, gives 0.
   *
   * @param window the volumes of the window, each of them added here as well; at least one
   * @return (V) values, as a new array
   */
  public float[] normalise(WindowMean window, Scale scale) {
    float[] values = new float[meanX.length];
    for (int v = 0; v < values.length; v++) {
      double slope = n > 1 ? products[v] / (squaresT + steadySquares) : 0;
      double residuals = squaresX[v] - slope * (2 * products[v] - slope * squaresT);
      if (varies(v, residuals)) {
        double expected = meanX[v] + slope * (window.meanIndex() - meanT);
        double unit = scale == Scale.PERCENT ? Math.abs(meanX[v]) / 100 : Math.sqrt(residuals / n);
        values[v] = unit == 0 ? 0 : (float) ((window.mean(v) - expected) / unit);
      }
    }
    return values;
  }

  /** What a value is measured in. */
  public enum Scale {
    /** Standard deviations of the run so far: without unit. */
    DEVIATION,
    /**
     * Percent of the voxel's mean so far. It is known well after a few volumes, unlike the
     * deviation: so a run's first trials are as good as its later ones.
     */
    PERCENT
  }

  private boolean varies(int voxel, double residuals) {
    double meanSquare = meanX[voxel] * meanX[voxel] + squaresX[voxel] / n;
    return residuals / n > ROUNDING * ROUNDING * meanSquare;
  }
}
