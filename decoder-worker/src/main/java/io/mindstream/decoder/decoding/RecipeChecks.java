package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a vector was made as those that a model learned from. A model decodes any numbers, and of
 * strange ones it makes pictures that look like results: so they are refused. What neither side
 * says (a bundle without a recipe, a vector of an older program) cannot be checked.
 */
final class RecipeChecks {

  private RecipeChecks() {}

  /**
   * Checks normalisation, window and ROI.
   *
   * @throws PipelineException with {@link FailureCode#UNKNOWN_VECTORS}; the message says what to
   *     set
   */
  static void requireKnown(VoxelVector vector, ModelCard model) {
    VectorOrigin learned = model.vectors();
    if (learned != null) {
      requireNormalisation(vector, model, learned);
      requireWindow(vector, model, learned);
    }
    requireRoi(vector, model, learned == null ? null : learned.roiChecksum());
  }

  private static void requireNormalisation(
      VoxelVector vector, ModelCard model, VectorOrigin learned) {
    String given =
        vector
            .getRecipe()
            .orElseGet(() -> vector.getNormalisation().name().toLowerCase(Locale.ROOT));
    require(
        given.equals(learned.normalisation()),
        model,
        "normalisation '" + learned.normalisation() + "', this one has '" + given + "'",
        learned);
    Optional<Integer> steady = vector.getSteadyVolumes();
    require(
        steady.isEmpty() || steady.get() == learned.steadyVolumes(),
        model,
        learned.steadyVolumes() + " steady volumes, this one has " + steady.orElse(null),
        learned);
  }

  /** A vector that has a checksum was made by a program that says its delay, if there is one. */
  private static void requireWindow(VoxelVector vector, ModelCard model, VectorOrigin learned) {
    Optional<Double> delay = vector.getWindowDelaySeconds();
    if (delay.isEmpty() && vector.getRoiChecksum().isEmpty()) {
      return;
    }
    boolean same =
        delay.isPresent() && VectorOrigin.sameDelay(delay.get(), learned.windowDelaySeconds());
    boolean own = vector.getOwnWindowDelay() && delay.isPresent();
    if (same || (own && learned.takesOwnWindows())) {
      return;
    }
    if (own) {
      throw ownWindow(delay.get(), model, learned);
    }
    require(
        false,
        model,
        "windows that begin %s s after the onset, this one begins %s"
            .formatted(
                learned.windowDelaySeconds(),
                delay.map(seconds -> seconds + " s after it").orElse("at a fixed time")),
        learned);
  }

  private static PipelineException ownWindow(double delay, ModelCard model, VectorOrigin learned) {
    return new PipelineException(
        FailureCode.UNKNOWN_VECTORS,
        ("model '%s' learned from windows that begin %s s after the onset, this trial's event asks"
                + " for one %s s after it; take window_delay out of the events, or give the worker"
                + " a model that was trained on events with windows of their own (one that does as"
                + " well without: mindstream model mark --own-windows BUNDLE, then start the"
                + " worker again)")
            .formatted(model.id(), learned.windowDelaySeconds(), delay));
  }

  private static void require(
      boolean same, ModelCard model, String difference, VectorOrigin learned) {
    if (!same) {
      throw new PipelineException(
          FailureCode.UNKNOWN_VECTORS,
          ("model '%s' knows vectors of %s; give the preprocess stream the model's recipe:"
                  + " mindstream.preprocess.bundle=BUNDLE, or .normalisation=%s .window-delay=%dms"
                  + " .steady-volumes=%d")
              .formatted(
                  model.id(),
                  difference,
                  learned.normalisation(),
                  Math.round(1000 * learned.windowDelaySeconds()),
                  learned.steadyVolumes()));
    }
  }

  /** The voxels themselves where both sides know them, else the name. */
  private static void requireRoi(VoxelVector vector, ModelCard model, @Nullable String checksum) {
    String given = vector.getRoiChecksum().orElse(null);
    boolean compareVoxels = checksum != null && given != null;
    boolean same =
        compareVoxels
            ? Objects.equals(checksum, given)
            : model.roiId() == null || vector.getRoiId().equals(model.roiId());
    if (!same) {
      throw new PipelineException(
          FailureCode.UNKNOWN_VECTORS,
          "model '%s' was made for the voxels of ROI '%s', this vector is of ROI '%s'%s; give the run the model's ROI (--roi BUNDLE of replay, watch and listen, or roi publish --model BUNDLE), or the worker a model of this one"
              .formatted(
                  model.id(),
                  model.roiId(),
                  vector.getRoiId(),
                  compareVoxels ? ", whose voxels or their order differ" : ""));
    }
  }
}
