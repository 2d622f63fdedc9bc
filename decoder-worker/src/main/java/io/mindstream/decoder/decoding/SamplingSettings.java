package io.mindstream.decoder.decoding;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the latents of one trial are sampled.
 *
 * @param sampler which sampler
 * @param steps S, from 1 to the schedule's T; the number of network evaluations is near it, see
 *     {@link io.mindstream.decoder.diffusion.Timesteps}
 * @param previewEvery a preview may be asked for after every so many steps; 0 for none
 * @param guidance scale of classifier-free guidance, 1 for none; empty for the model's own
 */
public record SamplingSettings(
    SamplerKind sampler, int steps, int previewEvery, OptionalDouble guidance) {

  /** The strongest guidance: what lies beyond is no picture any more. */
  public static final int LARGEST_GUIDANCE = 20;

  /** Checks that there is a step to do. */
  public SamplingSettings {
    if (steps < 1 || previewEvery < 0) {
      throw new IllegalArgumentException(
          "sampling needs steps >= 1 and previewEvery >= 0, got " + steps + " and " + previewEvery);
    }
    guidance.ifPresent(SamplingSettings::requireGuidance);
  }

  /** With the model's own guidance. */
  public SamplingSettings(SamplerKind sampler, int steps, int previewEvery) {
    this(sampler, steps, previewEvery, OptionalDouble.empty());
  }

  /** With guidance of this scale; null for the model's own. */
  public SamplingSettings withGuidance(@Nullable Double scale) {
    OptionalDouble wish = scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale);
    return new SamplingSettings(sampler, steps, previewEvery, wish);
  }

  /** Whether guidance can have this scale: above 0, at most {@link #LARGEST_GUIDANCE}. */
  public static boolean isGuidance(double scale) {
    return scale > 0 && scale <= LARGEST_GUIDANCE;
  }

  /**
   * Checks a scale of guidance.
   *
   * @throws IllegalArgumentException where it is none, see {@link #isGuidance}
   */
  public static void requireGuidance(double scale) {
    if (!isGuidance(scale)) {
      throw new IllegalArgumentException(
          "guidance must be above 0 and at most %d (1 for none), got %s"
              .formatted(LARGEST_GUIDANCE, scale));
    }
  }
}
