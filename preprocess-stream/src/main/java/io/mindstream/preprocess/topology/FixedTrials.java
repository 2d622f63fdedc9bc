package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.failure.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The run in windows of one length, whatever the events. What is left at its end is no trial. */
final class FixedTrials implements Trials {

  private final WindowMode.Fixed mode;
  private final TrialEmission emission;
  private final Output output;
  private final String volumesTopic;

  FixedTrials(WindowMode.Fixed mode, TrialEmission emission, Output output, String volumesTopic) {
    this.mode = mode;
    this.emission = emission;
    this.output = output;
    this.volumesTopic = volumesTopic;
  }

  @Override
  public Run emitDue(String runId, Run run) {
    int position = run.progress().nextWindow();
    TrialWindow window = window(run, position);
    while (isInside(run, window)) {
      OptionalInt lastOrder = emission.lastOrder(runId, run, window);
      emit(runId, run, position, lastOrder.orElseThrow());
      position++;
      window = window(run, position);
    }
    return run.withNextWindow(position);
  }

  private static boolean isInside(Run run, TrialWindow window) {
    return window.last() <= run.progress().highWater()
        || (run.complete() && window.last() < run.volumes());
  }

  private void emit(String runId, Run run, int position, int lastOrder) {
    try {
      emission.emit(run, Trial.of(mode, position), window(run, position), lastOrder);
    } catch (PipelineException e) {
      output.deadLetter(noRecord(runId, run), e);
    }
  }

  /** A window that lacks its volumes has no record of its own to put into the dead letter. */
  private ScannerRecord noRecord(String runId, Run run) {
    return new ScannerRecord(
        new Origin(volumesTopic, -1, -1),
        Math.max(0, run.header().getStartedAt().toEpochMilli()),
        run.activeAt(),
        runId.getBytes(StandardCharsets.UTF_8),
        null);
  }

  private TrialWindow window(Run run, int position) {
    return mode.window(position, run.repetitionTimeSeconds());
  }
}
