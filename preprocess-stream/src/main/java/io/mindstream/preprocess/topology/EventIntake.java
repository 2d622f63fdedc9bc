package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.Phase;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.TrialMark;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import org.jspecify.annotations.Nullable;

/** Events to trials, each trial once. */
final class EventIntake {

  private final RunStores stores;
  private final Trials trials;
  private final RunLifecycle lifecycle;

  EventIntake(RunStores stores, Trials trials, RunLifecycle lifecycle) {
    this.stores = stores;
    this.trials = trials;
    this.lifecycle = lifecycle;
  }

  /**
   * Takes an event; false where it must wait: for its run, or, since its trial is there with
   * another time, for the run's next session.
   *
   * @throws PipelineException where the event can't be used
   */
  boolean offer(@Nullable Run run, StimulusEvent event, ScannerRecord source) {
    if (run == null
        || run.phase() instanceof Phase.AwaitingRoi
        || run.phase() instanceof Phase.Cleaned) {
      return false;
    }
    if (!(trials instanceof EventTrials eventTrials)) {
      return true; // fixed windows have no use for events
    }
    TrialMark known = stores.trials().get(event.getRunId(), event.getTrialIndex());
    if (known != null) {
      return known.occurredAt().equals(event.getOccurredAt());
    }
    requireOfSession(run, event);
    lifecycle.put(run.withTrial(source.readAt()));
    take(eventTrials, run, event, source);
    return true;
  }

  private void take(EventTrials eventTrials, Run run, StimulusEvent event, ScannerRecord source) {
    if (run.phase() instanceof Phase.Refused refused) {
      stores
          .trials()
          .put(event.getRunId(), event.getTrialIndex(), new TrialMark(event.getOccurredAt(), null));
      throw refused.failure();
    }
    eventTrials.accept(event.getRunId(), run, event, source);
  }

  private static void requireOfSession(Run run, StimulusEvent event) {
    if (event.getOnsetSeconds() >= 0 && run.startsAfter(event.getOccurredAt())) {
      throw new PipelineException(
          FailureCode.RUN_ENDED,
          "trial " + event.getTrialIndex() + " was shown before its run started again");
    }
  }
}
