package io.mindstream.decoder.inference;

import java.util.OptionalDouble;

/**
 * How the latents of one trial are sampled.
 *
 * @param sampler which sampler
 * @param steps S, from 1 to the schedule's T; the number of network evaluations is near it, see
 *     {@link io.mindstream.decoder.diffusion.Timesteps}
 * @param previewEvery a preview may be asked for after every so many steps; 0 for none
 * @param guidance see {@link Guidance}; empty for the model's own
 */
public record SamplingSettings(
    SamplerKind sampler, int steps, int previewEvery, OptionalDouble guidance) {

  /** Checks that there is a step to do. */
  public SamplingSettings {
    if (steps < 1 || previewEvery < 0) {
      throw new IllegalArgumentException(
          "sampling needs steps >= 1 and previewEvery >= 0, got " + steps + " and " + previewEvery);
    }
    guidance.ifPresent(Guidance::requireScale);
  }

  /** With the model's own guidance. */
  public SamplingSettings(SamplerKind sampler, int steps, int previewEvery) {
    this(sampler, steps, previewEvery, OptionalDouble.empty());
  }

  /** With guidance of this scale. */
  public SamplingSettings withGuidance(double scale) {
    return new SamplingSettings(sampler, steps, previewEvery, OptionalDouble.of(scale));
  }
}
