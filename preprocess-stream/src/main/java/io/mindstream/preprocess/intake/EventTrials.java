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
import java.util.OptionalInt;
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
      if (isAnswered(run, window, trial, due)) {
        await(run, due.trial(), trial, revisions.nextAtEnd());
      } else {
        OptionalInt next = next(run, window, trial, due);
        vectors.send(run, Trial.of(event), window, moment(run, trial, due, next.isEmpty()));
        await(run, due.trial(), trial.revised(), next);
      }
    } catch (PipelineException e) {
      known.put(run.id(), due.trial(), trial.settled());
      output.deadLetter(record, e);
    }
  }

  private TrialVectors.Moment moment(Run run, KnownTrial trial, DueTrial due, boolean last) {
    return new TrialVectors.Moment(
        Math.min(due.volume(), run.progress().highestVolume()),
        Revisions.isAtEnd(due.volume()),
        trial.revisions() + 1,
        last);
  }

  /** True where the answer before this one knew the run's last volume already. */
  private boolean isAnswered(Run run, TrialWindow window, KnownTrial trial, DueTrial due) {
    return trial.revisions() > 0
        && !Revisions.isAtEnd(due.volume())
        && due(run, window, trial.revisions() - 1) >= run.progress().highestVolume();
  }

  /** The volume that the next answer waits for; a run that is over has none but its end. */
  private OptionalInt next(Run run, TrialWindow window, KnownTrial trial, DueTrial due) {
    if (Revisions.isAtEnd(due.volume())) {
      return OptionalInt.empty();
    }
    boolean over = run.complete() && due.volume() >= run.progress().highestVolume();
    int revision = trial.revisions() + 1;
    return over || revision >= revisions.delays().size()
        ? revisions.nextAtEnd()
        : OptionalInt.of(due(run, window, revision));
  }

  private void await(Run run, int index, KnownTrial trial, OptionalInt next) {
    known.put(run.id(), index, next.isPresent() ? trial : trial.settled());
    next.ifPresent(volume -> known.await(run.id(), index, volume));
  }

  private int due(Run run, TrialWindow window, int revision) {
    return revisions.dueVolume(revision, window, run.repetitionTimeSeconds());
  }

  private TrialWindow window(Run run, StimulusEvent event) {
    return mode.window(
        event.getOnsetSeconds(), event.getDurationSeconds(), run.repetitionTimeSeconds());
  }
}
