package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.nio.charset.StandardCharsets;

/** The run in windows of one length, whatever the events. What is left at its end is no trial. */
final class FixedTrials implements Trials {

  private final WindowMode.Fixed mode;
  private final TrialVectors vectors;
  private final StreamOutput output;
  private final String volumesTopic;

  FixedTrials(
      WindowMode.Fixed mode, TrialVectors vectors, StreamOutput output, String volumesTopic) {
    this.mode = mode;
    this.vectors = vectors;
    this.output = output;
    this.volumesTopic = volumesTopic;
  }

  @Override
  public boolean perEvent() {
    return false;
  }

  @Override
  public void requireFit(Run run) {
    if (!mode.fits(run.repetitionTimeSeconds())) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "windows of "
              + mode.lengthSeconds()
              + " s, or their steps, are shorter than the run's TR; raise"
              + " mindstream.preprocess.window-length and .window-step");
    }
  }

  @Override
  public void expect(Run run, StimulusEvent event, int order, ScannerRecord source) {
    // Events cut nothing here.
  }

  @Override
  public Run emitDue(Run run) {
    int position = run.progress().nextWindow();
    TrialWindow window = window(run, position);
    while (isInside(run, window)) {
      emit(run, position, window);
      position++;
      window = window(run, position);
    }
    return run.withNextWindow(position);
  }

  private static boolean isInside(Run run, TrialWindow window) {
    return window.last() <= run.progress().highestVolume()
        || (run.complete() && window.last() < run.volumes());
  }

  private void emit(Run run, int position, TrialWindow window) {
    try {
      int newest = Math.min(window.last(), run.progress().highestVolume());
      CutTrial trial = CutTrial.fixed(Trial.of(mode, position), window);
      vectors.send(run, trial, TrialVectors.Moment.only(newest));
    } catch (PipelineException e) {
      output.deadLetter(noRecord(run), e);
    }
  }

  /** A window that lacks its volumes has no record of its own to put into the dead letter. */
  private ScannerRecord noRecord(Run run) {
    return new ScannerRecord(
        new Origin(volumesTopic, -1, -1),
        Math.max(0, run.header().getStartedAt().toEpochMilli()),
        run.activeAt(),
        run.id().getBytes(StandardCharsets.UTF_8),
        null,
        false);
  }

  private TrialWindow window(Run run, int position) {
    return mode.window(position, run.repetitionTimeSeconds());
  }
}
