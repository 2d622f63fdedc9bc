package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Trials whose window lies inside the run and that have a vector, in order of onset. */
  static List<FeedTrial> of(RecordedRun run, VectorRecipe recipe) {
    List<FeedMessage.Event> events = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (FeedMessage.Event event : run.events()) {
      Asked trial = run.finished().asked(event, recipe);
      if (trial.window().last() < run.volumes()) {
        events.add(event);
        asked.add(trial);
      }
    }
    List<Optional<Answer>> answers = run.answers(recipe.method(), asked);
    List<FeedTrial> trials = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      TrialWindow window = asked.get(i).window();
      FeedMessage.Event event = events.get(i);
      answers
          .get(i)
          .filter(made -> !made.isRefusedAlone())
          .ifPresent(made -> trials.add(new FeedTrial(event, window, made.values())));
    }
    return trials;
  }
}
