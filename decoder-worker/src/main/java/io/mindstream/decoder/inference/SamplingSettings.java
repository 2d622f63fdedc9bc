package io.mindstream.decoder.inference;

/**
 * How the latents of one trial are sampled.
 *
 * @param sampler which sampler
 * @param steps S, from 1 to the schedule's T; the number of network evaluations is near it, see
 *     {@link io.mindstream.decoder.diffusion.Timesteps}
 * @param previewEvery a preview may be asked for after every so many steps; 0 for none
 */
public record SamplingSettings(SamplerKind sampler, int steps, int previewEvery) {

  /** Checks that there is a step to do. */
  public SamplingSettings {
    if (steps < 1 || previewEvery < 0) {
      throw new IllegalArgumentException(
          "sampling needs steps >= 1 and previewEvery >= 0, got " + steps + " and " + previewEvery);
    }
  }
}
