package io.mindstream.preprocess.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.service.config.SettingProblems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties {@code mindstream.preprocess.*} as they are written. Defaults are those of {@link
 * PreprocessConfig#DEFAULT}; {@link #config} checks them.
 *
 * @param bundle folder of a model bundle, from which windowDelay, normalisation and steadyVolumes
 *     are taken where they are not set; a worker refuses vectors that its model does not know
 * @param window {@code per-event}, {@code fixed} or {@code sliding}
 * @param windowDelay from an event's onset to its window, {@code per-event} only; default 5s
 * @param windowLength length of a window; default the event's duration, or 8s where fixed
 * @param windowStep with {@code sliding}: from one window's start to the next one's; default 2s
 * @param normalisation {@code none}, {@code running}, {@code percent}, or a recipe, {@code
 *     denoised(...)} or {@code glm(...)}; default none
 * @param steadyVolumes with {@code running} and {@code percent}: how many volumes without drift
 *     count as seen before the run, so that its first trials are not taken for drift; 0 is least
 *     squares
 * @param runEndRevision one more answer to each trial when its run is complete; default false
 * @param realign {@code off}, {@code watch} (default: motion is told) or {@code on} (the ROI
 *     follows the head)
 * @param revisions when a trial is answered: delays from its window's end, for example {@code
 *     0s,20s}; default 0s
 * @param minShare least share of a window's volumes that must be there, above 0 to 1; default 0.5
 * @param headerWait how long volumes and events wait for their run's header; default 30s
 * @param roiWait how long a run waits for its ROI; default 10s, 0s gives up at once
 * @param endWait how long a run that ended waits for what was published and announced; default 10s
 * @param runRetention how long a run's state is kept after its last record; default 1h
 * @param lateVolumes by how many volumes of a higher index a volume may be overtaken; default 2
 * @param heldRecords most records of one topic that wait for one run; default 32
 * @param applicationId consumer group and prefix of internal topics; default mindstream-preprocess
 * @param stateDir folder of local state, made again from Kafka where it is lost; default in the
 *     temporary folder
 * @param commitInterval how often vectors become visible; default 20ms
 * @param threads number of stream threads; default 1
 * @param bufferedRecords most records in memory a partition; default 8
 * @param closeTimeout how long a stop may take; default 20s
 */
@ConfigurationProperties("mindstream.preprocess")
public record PreprocessSettings(
    @Nullable Path bundle,
    @Bindable(defaultValue = "per-event") String window,
    @Nullable Duration windowDelay,
    @Nullable Duration windowLength,
    @Nullable Duration windowStep,
    @Nullable String normalisation,
    @Nullable Integer steadyVolumes,
    @Nullable Boolean runEndRevision,
    @Nullable String realign,
    @Nullable List<Duration> revisions,
    @Nullable Double minShare,
    @Nullable Duration headerWait,
    @Nullable Duration roiWait,
    @Nullable Duration endWait,
    @Nullable Duration runRetention,
    @Nullable Integer lateVolumes,
    @Nullable Integer heldRecords,
    @Nullable String applicationId,
    @Nullable Path stateDir,
    @Nullable Duration commitInterval,
    @Nullable Integer threads,
    @Nullable Integer bufferedRecords,
    @Nullable Duration closeTimeout) {

  private static final PreprocessConfig DEFAULT = PreprocessConfig.DEFAULT;
  private static final Duration SLIDING_STEP = Duration.ofSeconds(2);

  /**
   * The checked settings.
   *
   * @param limits of quality, checked
   * @throws IllegalArgumentException naming every setting that is wrong
   */
  public PreprocessConfig config(QualityLimits limits) {
    SettingProblems problems = new SettingProblems(PreprocessConfig.PREFIX);
    BundleRecipe recipe = bundle == null ? BundleRecipe.NONE : BundleRecipe.read(bundle);
    WindowMode windows = windows(problems, recipe);
    VectorMethod method = method(problems, recipe);
    Realign motion = realign(problems);
    Revisions answers = revisions(recipe);
    double share = or(minShare, DEFAULT.minShare());
    int late = or(lateVolumes, DEFAULT.lateVolumes());
    int held = or(heldRecords, DEFAULT.heldRecords());
    PreprocessConfig.check(problems, windows, method, answers, share, late, held);
    waits().check(problems);
    engine().check(problems);
    problems.throwIfAny();
    return new PreprocessConfig(
        windows, method, motion, limits, answers, share, waits(), late, held, engine());
  }

  private WindowMode windows(SettingProblems problems, BundleRecipe recipe) {
    Duration length = or(windowLength, WindowMode.Fixed.STANDARD.length());
    if (window.equals("fixed")) {
      return new WindowMode.Fixed(length);
    }
    if (window.equals("sliding")) {
      return new WindowMode.Fixed(length, or(windowStep, SLIDING_STEP));
    }
    problems.check(
        window.equals("per-event"),
        "window must be per-event, fixed or sliding, is '" + window + "'");
    return new WindowMode.PerEvent(
        or(windowDelay, or(recipe.windowDelay(), WindowMode.PerEvent.STANDARD.delay())),
        Optional.ofNullable(windowLength));
  }

  private Realign realign(SettingProblems problems) {
    if (realign == null) {
      return DEFAULT.realign();
    }
    return switch (realign.toLowerCase(Locale.ROOT)) {
      case "off", "false" -> Realign.OFF; // a bare off is a boolean in YAML
      case "watch" -> Realign.WATCH;
      case "on", "true" -> Realign.ON;
      default -> {
        problems.check(false, "realign must be off, watch or on, is '" + realign + "'");
        yield DEFAULT.realign();
      }
    };
  }

  /** A model that learned from refined answers gets them, after the early ones. */
  private Revisions revisions(BundleRecipe recipe) {
    boolean atRunEnd = runEndRevision != null && runEndRevision;
    if (revisions != null && !revisions.isEmpty()) {
      return new Revisions(revisions, atRunEnd);
    }
    return recipe.answerDelay().isZero()
        ? new Revisions(DEFAULT.revisions().delays(), atRunEnd)
        : new Revisions(List.of(Duration.ZERO, recipe.answerDelay()), atRunEnd);
  }

  private VectorMethod method(SettingProblems problems, BundleRecipe recipe) {
    String named = or(normalisation, or(recipe.normalisation(), "none"));
    int steady = or(steadyVolumes, or(recipe.steadyVolumes(), 0));
    try {
      return VectorMethod.of(named, steady);
    } catch (IllegalArgumentException e) {
      problems.check(false, String.valueOf(e.getMessage()));
      return DEFAULT.method();
    }
  }

  private Waits waits() {
    Waits standard = DEFAULT.waits();
    return new Waits(
        or(headerWait, standard.header()),
        or(roiWait, standard.roi()),
        or(endWait, standard.end()),
        or(runRetention, standard.retention()));
  }

  private Engine engine() {
    Engine standard = DEFAULT.engine();
    return new Engine(
        or(applicationId, standard.applicationId()),
        or(stateDir, standard.stateDir()),
        or(commitInterval, standard.commitInterval()),
        or(threads, standard.threads()),
        or(bufferedRecords, standard.bufferedRecords()),
        or(closeTimeout, standard.closeTimeout()));
  }

  private static <T> T or(@Nullable T value, T standard) {
    return value == null ? standard : value;
  }
}
