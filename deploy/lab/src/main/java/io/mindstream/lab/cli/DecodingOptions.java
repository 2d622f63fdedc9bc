package io.mindstream.lab.cli;

import io.mindstream.decoder.decoding.DecodeSettings;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an evaluation decodes: by the worker's usual sampler. */
public final class DecodingOptions {

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1",
      description = "Pictures a trial; their class scores are averaged (default: 1).")
  private int samples = 1;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "20",
      description = "Steps of DPM-Solver++ 2M (default: 20).")
  private int steps = 20;

  @Option(
      names = "--guidance",
      paramLabel = "W",
      description = "Scale of classifier-free guidance, 1 for none (default: the model's own).")
  private @Nullable Double guidance;

  /** In words. */
  String describe() {
    return "Decoded by %d steps of DPM-Solver++ 2M, %s a trial, guidance %s."
        .formatted(
            steps,
            samples == 1 ? "one picture" : samples + " pictures",
            guidance == null ? "as the model says" : guidance);
  }

  /** As the decoder takes them. */
  public DecodeSettings settings() {
    SamplingSettings sampling = new SamplingSettings(SamplerKind.DPMPP, steps, 0);
    return new DecodeSettings(sampling.withGuidance(guidance), samples);
  }
}
