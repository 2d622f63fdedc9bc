package io.mindstream.preprocess.intake;

import static java.util.Objects.requireNonNull;

import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.TrialStore;
import io.mindstream.preprocess.state.TrialStore.DueTrial;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.schemas.serde.AvroCodec;
import java.util.Optional;
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
    TrialWindow window = cut(run, event).window();
    FoldTrial trial =
        FoldTrial.of(event, revisions.dueVolumes(window, run.repetitionTimeSeconds()));
    known.put(run.id(), trial.index(), KnownTrial.of(event.getOccurredAt(), order, trial, source));
    known.await(run.id(), trial.index(), trial.answers().get(0));
    vectors.expect(run, trial);
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
      if (isAnswered(run, trial, due)) {
        await(run, due.trial(), trial, revisions.nextAtEnd());
      } else {
        OptionalInt next = next(run, trial, due);
        KnownTrial after =
            answer(
                    run,
                    cut(run, events.decode(record.value())),
                    moment(run, trial, due, next.isEmpty()))
                ? trial.revised()
                : trial.passedOver();
        await(run, due.trial(), after, next);
      }
    } catch (PipelineException e) {
      known.put(run.id(), due.trial(), trial.settled());
      output.deadLetter(record, e);
    }
  }

  /** False for one that can't be had yet, while a later answer to the trial is to come. */
  private boolean answer(Run run, CutTrial trial, TrialVectors.Moment moment) {
    try {
      vectors.send(run, trial, moment);
      return true;
    } catch (PipelineException e) {
      if (moment.last() || e.code() != FailureCode.TOO_FEW_RESPONSES) {
        throw e;
      }
      return false;
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
  private boolean isAnswered(Run run, KnownTrial trial, DueTrial due) {
    return trial.answered()
        && !Revisions.isAtEnd(due.volume())
        && trial.trial().answers().get(trial.revisions() - 1) >= run.progress().highestVolume();
  }

  /** The volume that the next answer waits for; a run that is over has none but its end. */
  private OptionalInt next(Run run, KnownTrial trial, DueTrial due) {
    if (Revisions.isAtEnd(due.volume())) {
      return OptionalInt.empty();
    }
    boolean over = run.complete() && due.volume() >= run.progress().highestVolume();
    int revision = trial.revisions() + 1;
    return over || revision >= trial.trial().answers().size()
        ? revisions.nextAtEnd()
        : OptionalInt.of(trial.trial().answers().get(revision));
  }

  private void await(Run run, int index, KnownTrial trial, OptionalInt next) {
    known.put(run.id(), index, next.isPresent() ? trial : trial.settled());
    next.ifPresent(volume -> known.await(run.id(), index, volume));
  }

  private CutTrial cut(Run run, StimulusEvent event) {
    EventWindow own = EventWindow.of(event);
    TrialWindow window =
        mode.window(
            event.getOnsetSeconds(), event.getDurationSeconds(), own, run.repetitionTimeSeconds());
    return new CutTrial(
        Trial.of(event),
        window,
        Optional.of(mode.delaySeconds(own)),
        own.delaySeconds().isPresent());
  }
}
