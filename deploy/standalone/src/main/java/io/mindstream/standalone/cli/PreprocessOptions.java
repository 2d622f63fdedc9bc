package io.mindstream.standalone.cli;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessSettings;
import io.mindstream.preprocess.quality.QualityLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How vectors are made: the stream's own settings, with its defaults and its checks. */
final class PreprocessOptions {

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = "Folder of a bundle: what is not given below is as it learned from.")
  private @Nullable Path bundle;

  @Option(
      names = "--normalisation",
      paramLabel = "TEXT",
      description =
          "none, running, percent, or a recipe, denoised(...) or glm(...), in quotes (default:"
              + " none).")
  private @Nullable String normalisation;

  @Option(
      names = "--steady-volumes",
      paramLabel = "N",
      description =
          "With running and percent: volumes without drift that count as seen before the run"
              + " (default: 0).")
  private @Nullable Integer steadyVolumes;

  @Option(
      names = "--window-delay",
      paramLabel = "S",
      converter = Seconds.class,
      description = "From an event's onset to its window, such as 2.5s (default: 5s).")
  private @Nullable Duration windowDelay;

  @Option(
      names = "--window-length",
      paramLabel = "S",
      converter = Seconds.class,
      description = "Of each window (default: the event's duration).")
  private @Nullable Duration windowLength;

  @Option(
      names = "--revisions",
      split = ",",
      paramLabel = "S",
      converter = Seconds.class,
      description =
          "From a window's end to each answer, rising: 0s,20s gives a trial two vectors (default:"
              + " 0s).")
  private @Nullable List<Duration> revisions;

  @Option(
      names = "--run-end-revision",
      description = "One more answer to each trial, which knows the whole run.")
  private boolean runEndRevision;

  @Option(
      names = "--realign",
      paramLabel = "off|watch|on",
      description = "on: the ROI follows the head (default: watch).")
  private @Nullable String realign;

  /** {@code 2.5s}, {@code 500ms} or plain seconds. */
  static final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        BigDecimal value = new BigDecimal(text.replaceFirst("m?s$", ""));
        return Duration.ofNanos(
            value.movePointRight(text.endsWith("ms") ? 6 : 9).toBigInteger().longValueExact());
      } catch (ArithmeticException | NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is no time; write 2.5s or 500ms");
      }
    }
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  PreprocessConfig config() {
    return new PreprocessSettings(
            bundle,
            "per-event",
            windowDelay,
            windowLength,
            null,
            normalisation,
            steadyVolumes,
            runEndRevision,
            realign,
            revisions,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null)
        .config(QualityLimits.DEFAULT);
  }
}
