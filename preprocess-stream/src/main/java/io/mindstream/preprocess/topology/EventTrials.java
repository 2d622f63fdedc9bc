package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.TrialMark;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.AvroCodec;
import java.util.OptionalInt;

/** One trial a stimulus event. */
final class EventTrials implements Trials {

  private final WindowMode.PerEvent mode;
  private final RunStores stores;
  private final TrialEmission emission;
  private final Output output;
  private final AvroCodec<StimulusEvent> events;

  EventTrials(
      WindowMode.PerEvent mode,
      RunStores stores,
      TrialEmission emission,
      Output output,
      AvroCodec<StimulusEvent> events) {
    this.mode = mode;
    this.stores = stores;
    this.emission = emission;
    this.output = output;
    this.events = events;
  }

  @Override
  public Run emitDue(String runId, Run run) {
    int until = run.complete() ? Integer.MAX_VALUE : run.progress().highWater();
    for (ScannerRecord record : stores.trials().takeDue(runId, until)) {
      try {
        emitIfOver(runId, run, events.decode(record.value()));
      } catch (PipelineException e) {
        output.deadLetter(record, e);
      }
    }
    return run;
  }

  /**
   * Takes a new event: emits its trial where the window is over, else remembers it.
   *
   * @throws PipelineException where the trial can't be had; it is marked as known all the same
   */
  void accept(String runId, Run run, StimulusEvent event, ScannerRecord source) {
    int trial = event.getTrialIndex();
    TrialMark settled = new TrialMark(event.getOccurredAt(), null);
    stores.trials().put(runId, trial, settled);
    TrialWindow window = window(run, event);
    if (!emitIfOver(runId, run, event)) {
      stores.trials().put(runId, trial, new TrialMark(event.getOccurredAt(), source));
      stores.trials().await(runId, trial, window.last());
    }
  }

  private boolean emitIfOver(String runId, Run run, StimulusEvent event) {
    TrialWindow window = window(run, event);
    OptionalInt lastOrder = emission.lastOrder(runId, run, window);
    if (lastOrder.isPresent()) {
      emission.emit(run, Trial.of(event), window, lastOrder.getAsInt());
    }
    return lastOrder.isPresent();
  }

  private TrialWindow window(Run run, StimulusEvent event) {
    return mode.window(
        event.getOnsetSeconds(), event.getDurationSeconds(), run.repetitionTimeSeconds());
  }
}
