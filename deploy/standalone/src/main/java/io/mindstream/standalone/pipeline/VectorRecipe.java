package io.mindstream.standalone.pipeline;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.RunningBaseline.Scale;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.schemas.fmri.RoiChecksum;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the live pipeline makes the vectors that a model knows. A model decodes only vectors that are
 * made as those of its training.
 *
 * @param windowDelaySeconds from an event's onset to its window; the window lasts as long as the
 *     event
 * @param method what is done to its volumes
 * @param answerDelaySeconds from the window's end to the answer: what comes meanwhile tells of the
 *     baseline
 */
public record VectorRecipe(
    double windowDelaySeconds, VectorMethod method, double answerDelaySeconds) {

  /**
   * The simulated subject's: the drift of a run's few volumes so far is told from its responses by
   * weighing it against none.
   */
  public static final VectorRecipe SIMULATED =
      new VectorRecipe(5, new VectorMethod.Running(Scale.DEVIATION, 120), 0);

  /**
   * For recorded blocks of 20 s and more: chosen by leaving out one of Haxby's runs 1 to 8 after
   * the other ({@code mindstream evaluate --recipes}). What is measured in the 40 s after a block
   * tells of its baseline, and percent of the mean is known well from a run's first trial on. An
   * early answer comes when the block is over.
   */
  public static final VectorRecipe BLOCKS =
      new VectorRecipe(0, new VectorMethod.Running(Scale.PERCENT, 120), 40);

  /**
   * The recipe of a model, where it is known.
   *
   * @throws BundleException where this program can't make such vectors
   */
  public static Optional<VectorRecipe> of(ModelCard model) {
    return Optional.ofNullable(model.vectors()).map(VectorRecipe::of);
  }

  private static VectorRecipe of(VectorOrigin made) {
    try {
      return new VectorRecipe(
          made.windowDelaySeconds(),
          VectorMethod.of(made.normalisation(), made.steadyVolumes()),
          made.answerDelay());
    } catch (IllegalArgumentException e) {
      throw new BundleException("bundle.json: vectors: " + e.getMessage());
    }
  }

  /**
   * As a bundle holds it.
   *
   * @param roi whose voxels the vectors are of
   * @param ownWindows true where the model takes the windows that events ask for
   */
  public VectorOrigin origin(RoiMask roi, boolean ownWindows) {
    return new VectorOrigin(
        method.settingName(),
        windowDelaySeconds,
        method.steadyVolumes().orElse(0),
        answerDelaySeconds == 0 ? null : answerDelaySeconds,
        ownWindows ? Boolean.TRUE : null,
        RoiChecksum.of(roi));
  }

  /** The window of an event, its own where it asks for one. */
  public TrialWindow window(
      double onsetSeconds, double durationSeconds, EventWindow own, double repetitionTimeSeconds) {
    return new WindowMode.PerEvent(seconds(windowDelaySeconds), Optional.empty())
        .window(onsetSeconds, durationSeconds, own, repetitionTimeSeconds);
  }

  /** Index of the newest volume that a trial's vector knows, where the run is long enough. */
  public int newestVolume(TrialWindow window, double repetitionTimeSeconds) {
    return new Revisions(List.of(seconds(answerDelaySeconds)))
        .dueVolume(0, window, repetitionTimeSeconds);
  }

  /** The settings that make the pipeline do the same: an early answer, too, where it is refined. */
  public Map<String, Object> settings() {
    return Map.of(
        "mindstream.preprocess.window",
        "per-event",
        "mindstream.preprocess.window-delay",
        millis(windowDelaySeconds),
        "mindstream.preprocess.normalisation",
        method.settingName(),
        "mindstream.preprocess.steady-volumes",
        method.steadyVolumes().orElse(0),
        "mindstream.preprocess.revisions",
        answerDelaySeconds == 0 ? "0ms" : "0ms," + millis(answerDelaySeconds));
  }

  private static String millis(double seconds) {
    return seconds(seconds).toMillis() + "ms";
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }
}
