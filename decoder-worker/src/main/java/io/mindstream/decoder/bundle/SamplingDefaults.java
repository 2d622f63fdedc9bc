package io.mindstream.decoder.bundle;

/**
 * How the model's authors sampled from it; a run may choose otherwise.
 *
 * @param sampler name of the sampler: plms, ddim or dpmpp
 * @param steps denoising steps
 * @param samples images of one trial
 */
public record SamplingDefaults(String sampler, int steps, int samples) {

  /** The released evaluation: PLMS, 250 steps, 5 samples. */
  public static final SamplingDefaults RELEASED = new SamplingDefaults("plms", 250, 5);

  /** Checks the numbers. */
  public SamplingDefaults {
    if (steps < 1 || samples < 1) {
      throw new IllegalArgumentException("steps and samples begin at 1");
    }
  }
}
