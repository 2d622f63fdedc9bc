package io.mindstream.preprocess.intake;

import static java.util.Objects.requireNonNull;

import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.TrialStore;
import io.mindstream.preprocess.state.TrialStore.DueTrial;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import org.jspecify.annotations.Nullable;

/** One trial a stimulus event, answered as often as there are revisions. */
final class EventTrials implements Trials {

  private final WindowMode.PerEvent mode;
  private final Revisions revisions;
  private final TrialStore known;
  private final TrialVectors vectors;
  private final StreamOutput output;
  private final AvroCodec<StimulusEvent> events;

  EventTrials(
      WindowMode.PerEvent mode,
      Revisions revisions,
      TrialStore known,
      TrialVectors vectors,
      StreamOutput output,
      AvroCodec<StimulusEvent> events) {
    this.mode = mode;
    this.revisions = revisions;
    this.known = known;
    this.vectors = vectors;
    this.output = output;
    this.events = events;
  }

  @Override
  public boolean perEvent() {
    return true;
  }

  @Override
  public void requireFit(Run run) {
    // A window without a volume takes the next one.
  }

  @Override
  public void expect(Run run, StimulusEvent event, int order, ScannerRecord source) {
    TrialWindow window = window(run, event);
    KnownTrial trial = KnownTrial.of(event, order, source);
    known.put(run.id(), event.getTrialIndex(), trial);
    known.await(run.id(), event.getTrialIndex(), due(run, window, 0));
    vectors.expect(run, event.getTrialIndex(), trial);
  }

  @Override
  public Run emitDue(Run run) {
    int until = run.complete() ? Integer.MAX_VALUE : run.progress().highestVolume();
    @Nullable DueTrial due = known.takeDue(run.id(), until);
    while (due != null) {
      emit(run, due);
      due = known.takeDue(run.id(), until);
    }
    return run;
  }

  private void emit(Run run, DueTrial due) {
    KnownTrial trial = requireNonNull(known.get(run.id(), due.trial()));
    ScannerRecord record = requireNonNull(trial.waiting());
    try {
      StimulusEvent event = events.decode(record.value());
      TrialWindow window = window(run, event);
      if (isAnswered(run, window, trial)) {
        known.put(run.id(), due.trial(), trial.settled());
      } else {
        vectors.send(run, Trial.of(event), window, moment(run, trial, due));
        awaitNext(run, window, due, trial.revised());
      }
    } catch (PipelineException e) {
      known.put(run.id(), due.trial(), trial.settled());
      output.deadLetter(record, e);
    }
  }

  /** True where the answer before this one knew the run's last volume already. */
  private boolean isAnswered(Run run, TrialWindow window, KnownTrial trial) {
    return trial.revisions() > 0
        && due(run, window, trial.revisions() - 1) >= run.progress().highestVolume();
  }

  private TrialVectors.Moment moment(Run run, KnownTrial trial, DueTrial due) {
    int revision = trial.revisions() + 1;
    return new TrialVectors.Moment(
        Math.min(due.volume(), run.progress().highestVolume()),
        revision,
        revision == revisions.count() || endsBefore(run, due));
  }

  /** A run that is over has nothing to tell a later revision. */
  private void awaitNext(Run run, TrialWindow window, DueTrial due, KnownTrial revised) {
    boolean done = revised.revisions() == revisions.count() || endsBefore(run, due);
    known.put(run.id(), due.trial(), done ? revised.settled() : revised);
    if (!done) {
      known.await(run.id(), due.trial(), due(run, window, revised.revisions()));
    }
  }

  private static boolean endsBefore(Run run, DueTrial due) {
    return run.complete() && due.volume() >= run.progress().highestVolume();
  }

  private int due(Run run, TrialWindow window, int revision) {
    return revisions.dueVolume(revision, window, run.repetitionTimeSeconds());
  }

  private TrialWindow window(Run run, StimulusEvent event) {
    return mode.window(
        event.getOnsetSeconds(), event.getDurationSeconds(), run.repetitionTimeSeconds());
  }
}
