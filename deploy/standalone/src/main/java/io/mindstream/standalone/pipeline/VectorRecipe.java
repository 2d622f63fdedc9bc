package io.mindstream.standalone.pipeline;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RoiChecksum;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the live pipeline makes the vectors that a model knows: normalisation {@code running}, and
 * what follows. A model decodes only vectors that are made as those of its training.
 *
 * @param windowDelaySeconds from an event's onset to its window; the window lasts as long as the
 *     event
 * @param steadyVolumes as {@code mindstream.preprocess.steady-volumes}
 */
public record VectorRecipe(double windowDelaySeconds, int steadyVolumes) {

  private static final String NORMALISATION = "running";

  /**
   * The simulated subject's: the drift of a run's few volumes so far is told from its responses by
   * weighing it against none.
   */
  public static final VectorRecipe SIMULATED = new VectorRecipe(5, 120);

  /**
   * For recorded blocks of 20 s and more: chosen by leaving out one of Haxby's runs 1 to 8 after
   * the other. Most of such a block is response, so that its window needs no delay; and a run's
   * first blocks must not be taken for drift.
   */
  public static final VectorRecipe BLOCKS = new VectorRecipe(0, 120);

  /**
   * The recipe of a model, where it is known.
   *
   * @throws BundleException where the vectors were normalised in another way
   */
  public static Optional<VectorRecipe> of(ModelCard model) {
    return Optional.ofNullable(model.vectors()).map(VectorRecipe::of);
  }

  private static VectorRecipe of(VectorOrigin made) {
    if (!made.normalisation().equals(NORMALISATION)) {
      throw new BundleException(
          "bundle.json: vectors.normalisation is '%s'; only '%s' can be made here"
              .formatted(made.normalisation(), NORMALISATION));
    }
    return new VectorRecipe(made.windowDelaySeconds(), made.steadyVolumes());
  }

  /**
   * As a bundle holds it.
   *
   * @param roi whose voxels the vectors are of
   */
  public VectorOrigin origin(RoiMask roi) {
    return new VectorOrigin(NORMALISATION, windowDelaySeconds, steadyVolumes, RoiChecksum.of(roi));
  }

  /** The window of an event. */
  public TrialWindow window(
      double onsetSeconds, double durationSeconds, double repetitionTimeSeconds) {
    Duration delay = Duration.ofMillis(Math.round(1000 * windowDelaySeconds));
    return new WindowMode.PerEvent(delay, Optional.empty())
        .window(onsetSeconds, durationSeconds, repetitionTimeSeconds);
  }

  /** A vector without volumes yet, of {@code voxels} voxels. */
  public TrialVector vector(TrialWindow window, int voxels) {
    return new TrialVector(Normalisation.RUNNING, steadyVolumes, window, voxels);
  }

  /** The settings that make the pipeline do the same. */
  public Map<String, Object> settings() {
    return Map.of(
        "mindstream.preprocess.window",
        "per-event",
        "mindstream.preprocess.window-delay",
        Math.round(1000 * windowDelaySeconds) + "ms",
        "mindstream.preprocess.normalisation",
        NORMALISATION,
        "mindstream.preprocess.steady-volumes",
        steadyVolumes);
  }
}
