package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.List;
import java.util.OptionalInt;

/**
 * A run whose volumes are all there, as the stream's folds are told of it.
 *
 * @param volumes how many
 * @param voxels of the ROI
 * @param repetitionTime TR in seconds
 * @param outside brain voxels outside the ROI, 0 where none are sampled
 */
record FinishedRun(int volumes, int voxels, double repetitionTime, int outside) {

  /** Of which the ROI alone is known. */
  FinishedRun(int volumes, int voxels, double repetitionTime) {
    this(volumes, voxels, repetitionTime, 0);
  }

  /** The run as a fold is begun with it. */
  FoldedRun folded() {
    return new FoldedRun(voxels, repetitionTime, OptionalInt.of(volumes), outside);
  }

  /** A trial as a fold knows it. */
  static FoldTrial trial(FeedMessage.Event event) {
    return new FoldTrial(
        event.trialIndex(),
        event.stimulusId(),
        event.onsetSeconds(),
        event.durationSeconds(),
        List.of());
  }

  /** The window of an event by a recipe, its own where it asks for one. */
  TrialWindow window(FeedMessage.Event event, VectorRecipe recipe) {
    return recipe.window(
        event.onsetSeconds(), event.durationSeconds(), event.window(), repetitionTime);
  }

  /** What is asked for by a recipe. */
  Asked asked(FeedMessage.Event event, VectorRecipe recipe) {
    TrialWindow window = window(event, recipe);
    return asked(trial(event), window, recipe.newestVolume(window, repetitionTime));
  }

  /** What is asked for; no later than at the run's end. */
  Asked asked(FoldTrial trial, TrialWindow window, int newestVolume) {
    return new Asked(trial, window, Math.min(newestVolume, volumes - 1));
  }
}
