package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.signal.Hrf;
import io.mindstream.preprocess.signal.MotionModel;
import io.mindstream.preprocess.signal.NuisanceRecipe;
import io.mindstream.preprocess.signal.RunSignal;
import io.mindstream.preprocess.signal.SignalRecipe;
import io.mindstream.preprocess.signal.SignalRow;
import io.mindstream.preprocess.signal.SignalShape;
import io.mindstream.preprocess.signal.TrialResponse;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;

/** Vectors of a run's denoised signal: means of windows, or responses to trials. */
final class SignalFold implements VectorFold {

  /** Volumes that are kept for windows: more than a window and the wait for its answer have. */
  private static final int RING = 128;

  private final SignalRecipe recipe;
  private final FoldedRun run;
  private final RunSignal signal;
  private final int ring;

  private SignalFold(SignalRecipe recipe, FoldedRun run, RunSignal signal, int ring) {
    this.recipe = recipe;
    this.run = run;
    this.signal = signal;
    this.ring = ring;
  }

  /** Of a run that goes on. */
  static SignalFold soFar(SignalRecipe recipe, FoldedRun run) {
    RunSignal signal = new RunSignal(possible(recipe, run.outside()), shape(run));
    return new SignalFold(recipe, run, signal, RING);
  }

  /** Of a run that is over: trials know those after them. */
  static SignalFold ofWholeRun(SignalRecipe recipe, FoldedRun run) {
    RunSignal signal = RunSignal.ofWholeRun(possible(recipe, run.outside()), shape(run));
    return new SignalFold(recipe, run, signal, Integer.MAX_VALUE);
  }

  private static SignalShape shape(FoldedRun run) {
    return new SignalShape(
        run.voxels(),
        run.outside(),
        run.repetitionTimeSeconds(),
        run.expectedVolumes().orElse(0),
        RING);
  }

  /** Motion that is not known can't be taken out: it is as if the volume were missing. */
  private boolean isKnown(VolumeRow row) {
    return recipe.nuisance().motion() == MotionModel.NONE || row.context().motion().length > 0;
  }

  /** Where the brain has too few voxels for its components, there is a signal but no vector. */
  private static SignalRecipe possible(SignalRecipe recipe, int outside) {
    NuisanceRecipe wanted = recipe.nuisance();
    return wanted.components() <= outside ? recipe : recipe.with(wanted.withoutComponents());
  }

  @Override
  public boolean expect(FoldTrial trial) {
    Trial expected =
        new Trial(
            trial.index(),
            "n/a",
            trial.stimulusId(),
            trial.onsetSeconds(),
            trial.durationSeconds());
    boolean inTime = !signal.misses(expected);
    if (inTime) {
      signal.expect(expected, trial.answers());
    }
    return inTime;
  }

  @Override
  public void add(int index, VolumeRow row, boolean spike) {
    if (isKnown(row)) {
      signal.add(
          new SignalRow(
              index, row.values(), row.context().outside(), row.context().motion(), spike));
    }
  }

  @Override
  public TrialVector vector(int trial, int answer, TrialWindow window, WindowMean mean) {
    requireOutside();
    if (recipe.trials().isPresent()) {
      requireResponse(trial, answer);
      TrialResponse response = signal.trials().response(trial, answer);
      return new TrialVector(response.values(), response.trials());
    }
    requireWindow(window);
    if (recipe.withoutOverlap()) {
      requireOpen(trial);
    }
    return TrialVector.of(signal.windowMean(trial, window));
  }

  private void requireOutside() {
    if (recipe.nuisance().components() > run.outside()) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "the run's first volume has no brain outside the ROI for %d noise components; set components=0 in mindstream.preprocess.normalisation"
              .formatted(recipe.nuisance().components()));
    }
  }

  private void requireResponse(int trial, int answer) {
    if (signal.trials().responseVolumes(trial) == 0) {
      throw new PipelineException(
          FailureCode.TOO_FEW_VOLUMES,
          "no volume of the response to trial " + trial + " can be used");
    }
    requireOpen(trial);
    if (signal.trials().lacksEarlier(trial, answer)) {
      throw new PipelineException(
          FailureCode.TOO_FEW_RESPONSES,
          "trial %d has fewer than %d responses before it to be told against (standard=running); the first trials of a run have no vector, or wait for its end with mindstream.preprocess.run-end-revision=true"
              .formatted(trial, RunSignal.FEWEST_RESPONSES));
    }
  }

  private void requireOpen(int trial) {
    if (signal.trials().settled(trial)) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "the response to trial "
              + trial
              + " is over; with glm and overlap=fir an answer may come at most "
              + Hrf.SUPPORT_SECONDS
              + " s after the trial's end: lower mindstream.preprocess.revisions or .window-delay");
    }
  }

  private void requireWindow(TrialWindow window) {
    if (window.first() <= signal.newestVolume() - ring) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "window "
              + window
              + " and the wait for its answer have more than "
              + ring
              + " volumes; lower mindstream.preprocess.window-length or .revisions");
    }
    if (signal.volumesUsed(window) == 0) {
      throw new PipelineException(
          FailureCode.TOO_FEW_VOLUMES,
          "no volume of window " + window + " is left without its spikes");
    }
  }
}
