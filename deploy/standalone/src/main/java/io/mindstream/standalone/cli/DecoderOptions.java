package io.mindstream.standalone.cli;

import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that decodes in the pipeline. */
final class DecoderOptions {

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = "Folder of the model bundle (see mindstream model --help).")
  private @Nullable Path model;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Images a trial (default: 1; the MinD-Vis paper draws 5).")
  private @Nullable Integer samples;

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      description = "plms, ddim or dpmpp (default: dpmpp).")
  private @Nullable String sampler;

  @Option(names = "--steps", paramLabel = "N", description = "Sampling steps (default: 20).")
  private @Nullable Integer steps;

  @Option(
      names = "--guidance",
      paramLabel = "W",
      description = "Scale of classifier-free guidance, 1 for none (default: the model's own).")
  private @Nullable Double guidance;

  Optional<Path> model() {
    return Optional.ofNullable(model);
  }

  /** The settings with these options. */
  StandaloneSettings apply(StandaloneSettings settings) {
    StandaloneSettings applied = model == null ? settings : settings.withModel(model);
    applied = set(applied, "samples", samples);
    applied = set(applied, "sampler", sampler);
    applied = set(applied, "guidance", guidance);
    return set(applied, "steps", steps);
  }

  private static StandaloneSettings set(
      StandaloneSettings settings, String name, @Nullable Object value) {
    return value == null ? settings : settings.with("mindstream.decoder." + name, value);
  }
}
