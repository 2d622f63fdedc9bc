package io.mindstream.preprocess.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.service.config.SettingProblems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties {@code mindstream.preprocess.*} as they are written. Defaults are those of {@link
 * PreprocessConfig#DEFAULT}; {@link #config()} checks them.
 *
 * @param bundle folder of a model bundle, from which windowDelay, normalisation and steadyVolumes
 *     are taken where they are not set; a worker refuses vectors that its model does not know
 * @param window {@code per-event} or {@code fixed}
 * @param windowDelay from an event's onset to its window, {@code per-event} only; default 5s
 * @param windowLength length of a window; default the event's duration, or 8s where fixed
 * @param normalisation {@code none} or {@code running}; default none
 * @param steadyVolumes see {@link PreprocessConfig}
 * @param minShare see {@link PreprocessConfig}
 * @param headerWait see {@link Waits}
 * @param roiWait see {@link Waits}
 * @param endWait see {@link Waits}
 * @param runRetention see {@link Waits}
 * @param heldRecords see {@link PreprocessConfig}
 * @param applicationId see {@link Engine}
 * @param stateDir see {@link Engine}
 * @param commitInterval see {@link Engine}
 * @param threads see {@link Engine}
 * @param bufferedRecords see {@link Engine}
 * @param closeTimeout see {@link Engine}
 */
@ConfigurationProperties("mindstream.preprocess")
public record PreprocessSettings(
    @Nullable Path bundle,
    @Bindable(defaultValue = "per-event") String window,
    @Nullable Duration windowDelay,
    @Nullable Duration windowLength,
    @Nullable String normalisation,
    @Nullable Integer steadyVolumes,
    @Nullable Double minShare,
    @Nullable Duration headerWait,
    @Nullable Duration roiWait,
    @Nullable Duration endWait,
    @Nullable Duration runRetention,
    @Nullable Integer heldRecords,
    @Nullable String applicationId,
    @Nullable Path stateDir,
    @Nullable Duration commitInterval,
    @Nullable Integer threads,
    @Nullable Integer bufferedRecords,
    @Nullable Duration closeTimeout) {

  private static final PreprocessConfig DEFAULT = PreprocessConfig.DEFAULT;

  /**
   * The checked settings.
   *
   * @throws IllegalArgumentException naming every setting that is wrong
   */
  public PreprocessConfig config() {
    SettingProblems problems = new SettingProblems(PreprocessConfig.PREFIX);
    BundleRecipe recipe = bundle == null ? BundleRecipe.NONE : BundleRecipe.read(bundle);
    WindowMode windows = windows(problems, recipe);
    Normalisation method = normalisation(problems, recipe);
    int steady = or(steadyVolumes, or(recipe.steadyVolumes(), DEFAULT.steadyVolumes()));
    double share = or(minShare, DEFAULT.minShare());
    int held = or(heldRecords, DEFAULT.heldRecords());
    PreprocessConfig.check(problems, windows, steady, share, waits(), held, engine());
    problems.throwIfAny();
    return new PreprocessConfig(windows, method, steady, share, waits(), held, engine());
  }

  private WindowMode windows(SettingProblems problems, BundleRecipe recipe) {
    if (window.equals("fixed")) {
      return new WindowMode.Fixed(or(windowLength, WindowMode.Fixed.STANDARD.length()));
    }
    problems.check(
        window.equals("per-event"), "window must be per-event or fixed, is '" + window + "'");
    return new WindowMode.PerEvent(
        or(windowDelay, or(recipe.windowDelay(), WindowMode.PerEvent.STANDARD.delay())),
        Optional.ofNullable(windowLength));
  }

  private Normalisation normalisation(SettingProblems problems, BundleRecipe recipe) {
    String named = or(normalisation, or(recipe.normalisation(), "none"));
    return switch (named.toLowerCase(Locale.ROOT)) {
      case "none" -> Normalisation.NONE;
      case "running" -> Normalisation.RUNNING;
      case "training" ->
          refused(
              problems,
              "normalisation 'training' is made by no stream: a model's own constants are applied"
                  + " by the decoder, to vectors of 'none'; set none, or running");
      default -> refused(problems, "normalisation must be none or running, is '" + named + "'");
    };
  }

  private static Normalisation refused(SettingProblems problems, String why) {
    problems.check(false, why);
    return DEFAULT.normalisation();
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
