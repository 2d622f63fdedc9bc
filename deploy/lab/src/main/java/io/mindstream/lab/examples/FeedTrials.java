package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a run with the vectors that the pipeline makes of them, from the same pure
 * functions, without Kafka.
 */
final class FeedTrials {

  private FeedTrials() {}

  /**
   * A trial.
   *
   * @param event what was shown, and when
   * @param window its volumes
   * @param vector (V) as in {@code decoder.voxel-vectors}; owned by this record
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record FeedTrial(FeedMessage.Event event, TrialWindow window, float[] vector) {

    /** BIDS trial_type. */
    String type() {
      return event.trialType();
    }
  }

  /** Trials whose window lies inside the run, in order of onset. */
  static List<FeedTrial> of(RecordedRun run, VectorRecipe recipe) {
    List<FeedTrial> trials = new ArrayList<>();
    for (FeedMessage.Event event : run.events()) {
      TrialWindow window =
          recipe.window(event.onsetSeconds(), event.durationSeconds(), run.repetitionTime());
      if (window.last() < run.volumes()) {
        trials.add(new FeedTrial(event, window, vector(run, recipe, window)));
      }
    }
    return trials;
  }

  private static float[] vector(RecordedRun run, VectorRecipe recipe, TrialWindow window) {
    TrialVector vector = recipe.vector(window, run.voxels());
    for (int t = vector.from(); t <= window.last(); t++) {
      vector.add(t, run.rows()[t]);
    }
    return vector.values();
  }
}
