package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.TrialStore;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;

/** One trial a stimulus event. */
final class EventTrials implements Trials {

  private final WindowMode.PerEvent mode;
  private final TrialStore known;
  private final TrialVectors vectors;
  private final StreamOutput output;
  private final AvroCodec<StimulusEvent> events;

  EventTrials(
      WindowMode.PerEvent mode,
      TrialStore known,
      TrialVectors vectors,
      StreamOutput output,
      AvroCodec<StimulusEvent> events) {
    this.mode = mode;
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
  public void expect(Run run, StimulusEvent event, ScannerRecord source) {
    TrialWindow window = window(run, event);
    known.put(run.id(), event.getTrialIndex(), new KnownTrial(event.getOccurredAt(), source));
    known.await(run.id(), event.getTrialIndex(), window.last());
  }

  @Override
  public Run emitDue(Run run) {
    int until = run.complete() ? Integer.MAX_VALUE : run.progress().highestVolume();
    for (ScannerRecord record : known.takeDue(run.id(), until)) {
      emit(run, record);
    }
    return run;
  }

  private void emit(Run run, ScannerRecord record) {
    try {
      StimulusEvent event = events.decode(record.value());
      vectors.send(run, Trial.of(event), window(run, event));
    } catch (PipelineException e) {
      output.deadLetter(record, e);
    }
  }

  private TrialWindow window(Run run, StimulusEvent event) {
    return mode.window(
        event.getOnsetSeconds(), event.getDurationSeconds(), run.repetitionTimeSeconds());
  }
}
