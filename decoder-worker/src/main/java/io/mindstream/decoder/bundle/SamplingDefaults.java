package io.mindstream.decoder.bundle;

import java.util.Objects;

/**
 * How the model's authors sampled from it; a run may choose otherwise.
 *
 * @param sampler name of the sampler: plms, ddim or dpmpp
 * @param steps denoising steps
 * @param samples images of one trial
 * @param guidance scale of classifier-free guidance; 1, which is none, where the file does not say
 */
public record SamplingDefaults(String sampler, int steps, int samples, Double guidance) {

  /** The released evaluation: PLMS, 250 steps, 5 samples. */
  public static final SamplingDefaults RELEASED = new SamplingDefaults("plms", 250, 5, 1.0);

  /** Checks the numbers. */
  public SamplingDefaults {
    if (steps < 1 || samples < 1) {
      throw new IllegalArgumentException("steps and samples begin at 1");
    }
    guidance = Objects.requireNonNullElse(guidance, 1.0);
    if (!(guidance > 0)) {
      throw new IllegalArgumentException("guidance must be above 0, got " + guidance);
    }
  }
}
