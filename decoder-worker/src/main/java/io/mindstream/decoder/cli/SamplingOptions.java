package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.SamplingDefaults;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How latents are sampled; what is not given is as the bundle says. */
final class SamplingOptions {

  private static final int SOLVER_STEPS = 20;

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      converter = DecodeConverters.Sampler.class,
      description = "plms, ddim or dpmpp (default: as the bundle says; plms in released models).")
  private @Nullable SamplerKind sampler;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Sampling steps (default: 20 with dpmpp, else as the bundle says).")
  private @Nullable Integer steps;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Images a trial (default: as --noise or else the bundle says).")
  private @Nullable Integer samples;

  @Option(
      names = "--guidance",
      paramLabel = "W",
      description =
          "Scale of classifier-free guidance, 1 for none (default: as the bundle says). For models"
              + " that were trained for it, as those of mindstream train.")
  private @Nullable Double guidance;

  SamplingSettings settings(SamplingDefaults defaults) {
    SamplerKind kind = sampler == null ? SamplerKind.parse(defaults.sampler()) : sampler;
    int usual = sampler == SamplerKind.DPMPP ? SOLVER_STEPS : defaults.steps();
    return new SamplingSettings(kind, steps == null ? usual : steps, 0).withGuidance(guidance);
  }

  /** Samples a trial: as asked for, else the usual number. */
  int samples(int usual) {
    int count = samples == null ? usual : samples;
    if (count < 1) {
      throw new IllegalArgumentException("--samples must be 1 or more, not " + count);
    }
    return count;
  }
}
