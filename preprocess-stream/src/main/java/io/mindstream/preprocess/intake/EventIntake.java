package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.TrialStore;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events to trials, each trial once. */
final class EventIntake {

  private final TrialStore known;
  private final Trials trials;
  private final TrialEmitter emitter;
  private final StreamOutput output;

  EventIntake(TrialStore known, Trials trials, TrialEmitter emitter, StreamOutput output) {
    this.known = known;
    this.trials = trials;
    this.emitter = emitter;
    this.output = output;
  }

  /**
   * Takes an event; false where it must wait: for its run, or, since its trial is there with
   * another time, for the run's next session.
   *
   * @throws PipelineException where the event can't be used
   */
  boolean offer(@Nullable Run run, StimulusEvent event, ScannerRecord source) {
    if (run == null
        || run.phase() instanceof RunPhase.AwaitingRoi
        || run.phase() instanceof RunPhase.Cleaned) {
      return false;
    }
    if (!trials.perEvent()) {
      return true; // fixed windows have no use for events
    }
    KnownTrial before = known.get(run.id(), event.getTrialIndex());
    if (before != null && !before.occurredAt().equals(event.getOccurredAt())) {
      return false;
    }
    if (before != null && !(source.redriven() && before.waiting() == null)) {
      return true; // the same event once more; one that is redriven had failed
    }
    requireOfSession(run, event);
    int order = before != null && before.expected() ? before.order() : run.progress().trialsRead();
    expect(run, event, order, source);
    emitter.advance(before == null ? run.withTrial(source.readAt()) : run, source.readAt());
    return true;
  }

  /** A trial that can't be had is known all the same, and goes to the dead letters. */
  private void expect(Run run, StimulusEvent event, int order, ScannerRecord source) {
    try {
      if (run.phase() instanceof RunPhase.Refused refused) {
        throw refused.failure();
      }
      trials.expect(run, event, order, source);
    } catch (PipelineException e) {
      FoldTrial unanswered = FoldTrial.of(event, List.of());
      known.put(
          run.id(), event.getTrialIndex(), KnownTrial.refused(event.getOccurredAt(), unanswered));
      output.deadLetter(source, e);
    }
  }

  private static void requireOfSession(Run run, StimulusEvent event) {
    if (event.getOnsetSeconds() >= 0 && run.startsAfter(event.getOccurredAt())) {
      throw new PipelineException(
          FailureCode.RUN_ENDED,
          "trial " + event.getTrialIndex() + " was shown before its run started again");
    }
  }
}
