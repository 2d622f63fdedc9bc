package io.mindstream.bridge.simulation;

/**
 * The double-gamma haemodynamic response h(t) of SPM: a gamma density of shape 6 less a sixth of
 * one of shape 16, both of scale 1 s, divided by their integral (Friston et al. 1998; spm_hrf). A
 * stimulus that lasts for ever has the response 1.
 */
final class Hemodynamics {

  private static final int PEAK_SHAPE = 6;
  private static final int UNDERSHOOT_SHAPE = 16;
  private static final double UNDERSHOOT = 1.0 / 6;

  /** After so many seconds a response is over. */
  static final double LASTS_SECONDS = 32;

  private Hemodynamics() {}

  /** Response at a time after the onset of a stimulus; both in seconds. */
  static double response(double sinceOnset, double duration) {
    return integral(sinceOnset) - integral(sinceOnset - duration);
  }

  /** Integral of h from 0 to t, in closed form since the shapes are whole numbers. */
  private static double integral(double t) {
    return t <= 0
        ? 0
        : (gammaDistribution(PEAK_SHAPE, t) - UNDERSHOOT * gammaDistribution(UNDERSHOOT_SHAPE, t))
            / (1 - UNDERSHOOT);
  }

  /** P(X <= t) of a gamma distribution: 1 - exp(-t) * sum over k below shape of t^k / k!. */
  private static double gammaDistribution(int shape, double t) {
    double term = 1;
    double sum = 0;
    for (int k = 0; k < shape; k++) {
      sum += term;
      term *= t / (k + 1);
    }
    return 1 - Math.exp(-t) * sum;
  }
}
