package io.mindstream.preprocess.signal;

/**
 * The haemodynamic response: a peak and an undershoot, each a gamma density of whole shape, scaled
 * so that the area of the response is 1. So the response to a stimulus that is shown for ever rises
 * to 1.
 */
@SuppressWarnings("ImmutableEnumChecker") // A gamma density is a record of numbers.
public enum Hrf {
  /**
   * Glover, NeuroImage 9 (1999), for auditory stimuli: {@code (t/d1)^6 exp(-(t-d1)/0.9) - 0.35
   * (t/d2)^12 exp(-(t-d2)/0.9)} with d1 = 5.4 s, d2 = 10.8 s.
   */
  GLOVER(new Gamma(7, 0.9, bump(6, 1)), new Gamma(13, 0.9, bump(12, 0.35))),
  /** SPM's: gamma densities that peak at 5 and 15 s, the second a sixth of the first. */
  SPM(new Gamma(6, 1, 1), new Gamma(16, 1, 1 / 6.0));

  /** For how long after a stimulus' end the response is modelled; later it is 0. */
  public static final double SUPPORT_SECONDS = 32;

  private final Gamma peak;
  private final Gamma undershoot;

  Hrf(Gamma peak, Gamma undershoot) {
    this.peak = peak;
    this.undershoot = undershoot;
  }

  /**
   * Response to a stimulus, exact at any time.
   *
   * @param seconds after its onset
   * @param durationSeconds of the stimulus; 0 is an impulse of area 1 s
   */
  public double response(double seconds, double durationSeconds) {
    if (seconds <= 0 || seconds > durationSeconds + SUPPORT_SECONDS) {
      return 0;
    }
    double response =
        durationSeconds == 0
            ? peak.density(seconds) - undershoot.density(seconds)
            : cumulative(seconds) - cumulative(seconds - durationSeconds);
    return response / (peak.weight - undershoot.weight);
  }

  private double cumulative(double seconds) {
    return seconds <= 0 ? 0 : peak.cumulative(seconds) - undershoot.cumulative(seconds);
  }

  /** Area of {@code c (t/d)^a exp(-(t-d)/b)} with d = a b, in units of b = 0.9 s. */
  private static double bump(int a, double c) {
    double area = c * 0.9;
    for (int i = 1; i <= a; i++) {
      area *= i * Math.E / a;
    }
    return area;
  }

  /** A weighted gamma density of whole shape, Erlang's: its integral has a closed form. */
  private record Gamma(int shape, double scale, double weight) {

    double density(double t) {
      double value = weight / scale * StrictMath.exp(-t / scale);
      for (int i = 1; i < shape; i++) {
        value *= t / scale / i;
      }
      return value;
    }

    double cumulative(double t) {
      double term = StrictMath.exp(-t / scale);
      double tail = term;
      for (int i = 1; i < shape; i++) {
        term *= t / scale / i;
        tail += term;
      }
      return weight * (1 - tail);
    }
  }
}
