package io.mindstream.decoder.diffusion;

/**
 * How much noise the forward process has added at each timestep: betas that are linear in their
 * square root.
 *
 * <p>Symbols (Ho et al., arXiv 2006.11239): beta_t the variance added at step t, abar_t = prod_{s
 * <= t} (1 - beta_s), so that x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) eps. Indices count from 0.
 * Computed in float64 and rounded to float32, from where the samplers go on in float64: that is
 * what the public code does, and its numbers follow from it.
 */
public final class NoiseSchedule {

  private final float[] betas;
  private final float[] alphasCumprod;

  /**
   * Makes the schedule.
   *
   * @param timesteps T
   * @param betaStart beta_0
   * @param betaEnd beta_{T-1}
   */
  public NoiseSchedule(int timesteps, double betaStart, double betaEnd) {
    if (timesteps < 2 || !(betaStart > 0 && betaStart <= betaEnd && betaEnd < 1)) {
      throw new IllegalArgumentException(
          "a schedule needs T >= 2 and 0 < beta start <= beta end < 1, got T %d, %s to %s"
              .formatted(timesteps, betaStart, betaEnd));
    }
    betas = new float[timesteps];
    alphasCumprod = new float[timesteps];
    double from = Math.sqrt(betaStart);
    double step = (Math.sqrt(betaEnd) - from) / (timesteps - 1);
    double product = 1;
    for (int t = 0; t < timesteps; t++) {
      double beta = Math.pow(from + t * step, 2);
      product *= 1 - beta;
      betas[t] = (float) beta;
      alphasCumprod[t] = (float) product;
    }
  }

  /** T: timesteps are 0 to T - 1. */
  public int timesteps() {
    return betas.length;
  }

  /** beta_t. */
  public float beta(int t) {
    return betas[t];
  }

  /** abar_t, the share of the signal's variance that is left. */
  public float alphaCumprod(int t) {
    return alphasCumprod[t];
  }

  /** The signal's factor at t, sqrt(abar_t). */
  public double signal(int t) {
    return Math.sqrt(alphasCumprod[t]);
  }

  /** The noise's factor at t, sqrt(1 - abar_t). */
  public double noise(int t) {
    return Math.sqrt(1.0 - alphasCumprod[t]);
  }
}
