package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.signal.SignalRecipe;
import io.mindstream.schemas.avro.Normalisation;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the volumes of a run become a trial's vector. {@code TRAINING} is not made: a model's own
 * constants are the decoder's to apply.
 */
public sealed interface VectorMethod {

  /** Its name in the record. */
  Normalisation normalisation();

  /** What the record says of it beyond its name; empty where nothing. */
  default Optional<String> recipe() {
    return Optional.empty();
  }

  /** With a drift: weight of a run without one, see {@link RunningBaseline}; else empty. */
  default OptionalInt steadyVolumes() {
    return OptionalInt.empty();
  }

  /** A fold of no volumes yet. */
  VectorFold fold(FoldedRun run);

  /**
   * A fold for a run that is over, in which a trial knows those after it; empty where the method
   * knows nothing more of a whole run than {@link #fold} does.
   */
  default Optional<VectorFold> wholeRunFold(FoldedRun run) {
    return Optional.empty();
  }

  /** True where a vector depends on when trials are, so that windows must be those of events. */
  default boolean knowsTrials() {
    return false;
  }

  /** Its name in settings and bundles. */
  default String settingName() {
    return normalisation().name().toLowerCase(Locale.ROOT);
  }

  /**
   * The method of a setting.
   *
   * @param name {@code none}, {@code running} or {@code percent}, or a recipe, {@code
   *     denoised(...)} or {@code glm(...)}
   * @param steadyVolumes with {@code running} and {@code percent}, see {@link RunningBaseline}
   * @throws IllegalArgumentException where no stream makes such vectors; the message says what to
   *     set
   */
  static VectorMethod of(String name, int steadyVolumes) {
    if (name.contains("(")) {
      return new Signal(SignalRecipe.parse(name));
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none" -> new Mean();
      case "running" -> new Running(RunningBaseline.Scale.DEVIATION, steadyVolumes);
      case "percent" -> new Running(RunningBaseline.Scale.PERCENT, steadyVolumes);
      case "training" ->
          throw new IllegalArgumentException(
              "normalisation 'training' is made by no stream: a model's own constants are applied"
                  + " by the decoder, to vectors of 'none'; set none, running or percent");
      default ->
          throw new IllegalArgumentException(
              "normalisation must be none, running or percent, or a recipe, denoised(...) or glm(...),"
                  + " is '"
                  + name
                  + "'");
    };
  }

  /**
   * The run that is folded.
   *
   * @param voxels V
   * @param repetitionTimeSeconds TR
   * @param expectedVolumes how many volumes it will have, where known
   * @param outside M brain voxels outside the ROI, 0 where none are sampled
   */
  record FoldedRun(
      int voxels, double repetitionTimeSeconds, OptionalInt expectedVolumes, int outside) {}

  /** {@code none}: the window's mean in scanner units. */
  record Mean() implements VectorMethod {
    @Override
    public Normalisation normalisation() {
      return Normalisation.NONE;
    }

    @Override
    public VectorFold fold(FoldedRun run) {
      return new MeanFold();
    }
  }

  /**
   * {@code running} and {@code percent}: against mean and linear drift so far, in standard
   * deviations or in percent of the mean.
   *
   * @param scale of the values
   * @param steady see {@link RunningBaseline}
   */
  record Running(RunningBaseline.Scale scale, int steady) implements VectorMethod {
    @Override
    public Normalisation normalisation() {
      return scale == RunningBaseline.Scale.PERCENT ? Normalisation.PERCENT : Normalisation.RUNNING;
    }

    @Override
    public OptionalInt steadyVolumes() {
      return OptionalInt.of(steady);
    }

    @Override
    public VectorFold fold(FoldedRun run) {
      return new RunningFold(new RunningBaseline(run.voxels(), steady), scale);
    }
  }

  /**
   * {@code denoised(...)} and {@code glm(...)}: without nuisance regressors, and responses to
   * single trials.
   *
   * @param of how
   */
  record Signal(SignalRecipe of) implements VectorMethod {
    @Override
    public Normalisation normalisation() {
      return of.trials().isPresent() ? Normalisation.GLM : Normalisation.DENOISED;
    }

    @Override
    public Optional<String> recipe() {
      return Optional.of(of.toString());
    }

    @Override
    public String settingName() {
      return of.toString();
    }

    @Override
    public VectorFold fold(FoldedRun run) {
      return SignalFold.soFar(of, run);
    }

    @Override
    public Optional<VectorFold> wholeRunFold(FoldedRun run) {
      return knowsTrials() ? Optional.of(SignalFold.ofWholeRun(of, run)) : Optional.empty();
    }

    @Override
    public boolean knowsTrials() {
      return of.trials().isPresent() || of.withoutOverlap();
    }
  }
}
