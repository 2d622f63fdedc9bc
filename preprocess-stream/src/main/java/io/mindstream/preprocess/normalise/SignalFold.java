package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.normalise.VectorMethod.IndexedRow;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.signal.Hrf;
import io.mindstream.preprocess.signal.MotionModel;
import io.mindstream.preprocess.signal.NuisanceRecipe;
import io.mindstream.preprocess.signal.RunBetas;
import io.mindstream.preprocess.signal.RunSignal;
import io.mindstream.preprocess.signal.SignalRecipe;
import io.mindstream.preprocess.signal.SignalRow;
import io.mindstream.preprocess.signal.SignalShape;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vectors of a run's denoised signal: means of windows, or responses to trials. */
final class SignalFold implements VectorFold {

  /** Volumes that are kept for windows: more than a window and the wait for its answer have. */
  private static final int RING = 128;

  private final SignalRecipe recipe;
  private final FoldedRun run;
  private final RunSignal signal;

  SignalFold(SignalRecipe recipe, FoldedRun run) {
    this.recipe = recipe;
    this.run = run;
    this.signal = new RunSignal(possible(recipe, run.outside()), shape(run));
  }

  /** As {@link VectorMethod.Signal#betas}. */
  static Map<Integer, float[]> ofRun(
      SignalRecipe recipe, FoldedRun run, List<IndexedRow> rows, List<FoldTrial> trials) {
    if (recipe.nuisance().components() > run.outside()) {
      return Map.of();
    }
    List<SignalRow> all =
        rows.stream()
            .filter(row -> isKnown(recipe, row.row()))
            .map(row -> signalRow(row.index(), row.row(), row.spike()))
            .toList();
    return RunBetas.of(all, trials.stream().map(SignalFold::trial).toList(), recipe, shape(run));
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
  private static boolean isKnown(SignalRecipe recipe, VolumeRow row) {
    return recipe.nuisance().motion() == MotionModel.NONE || row.context().motion().length > 0;
  }

  private static SignalRow signalRow(int index, VolumeRow row, boolean spike) {
    return new SignalRow(
        index, row.values(), row.context().outside(), row.context().motion(), spike);
  }

  private static Trial trial(FoldTrial trial) {
    return new Trial(
        trial.index(), "n/a", Optional.empty(), trial.onsetSeconds(), trial.durationSeconds());
  }

  /** Where the brain has too few voxels for its components, there is a signal but no vector. */
  private static SignalRecipe possible(SignalRecipe recipe, int outside) {
    NuisanceRecipe wanted = recipe.nuisance();
    return wanted.components() <= outside
        ? recipe
        : new SignalRecipe(
            new NuisanceRecipe(
                wanted.drift(), wanted.motion(), 0, wanted.spikes(), wanted.steadyVolumes()),
            recipe.trials(),
            recipe.delaySeconds());
  }

  @Override
  public boolean expect(FoldTrial trial) {
    Trial expected = trial(trial);
    boolean inTime = !signal.misses(expected);
    if (inTime) {
      signal.expect(expected);
    }
    return inTime;
  }

  @Override
  public void add(int index, VolumeRow row, boolean spike) {
    if (isKnown(recipe, row)) {
      signal.add(signalRow(index, row, spike));
    }
  }

  @Override
  public float[] vector(FoldTrial trial, TrialWindow window, WindowMean mean) {
    requireOutside();
    if (recipe.trials().isPresent()) {
      requireResponse(trial);
      return signal.beta(trial.index());
    }
    requireWindow(window);
    return signal.windowMean(window);
  }

  private void requireOutside() {
    if (recipe.nuisance().components() > run.outside()) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "the run's first volume has no brain outside the ROI for %d noise components; set components=0 in mindstream.preprocess.normalisation"
              .formatted(recipe.nuisance().components()));
    }
  }

  private void requireResponse(FoldTrial trial) {
    if (signal.responseVolumes(trial.index()) == 0) {
      throw new PipelineException(
          FailureCode.TOO_FEW_VOLUMES,
          "no volume of the response to trial " + trial.index() + " can be used");
    }
    if (signal.settled(trial.index())) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "the response to trial "
              + trial.index()
              + " is over; with glm an answer may come at most "
              + Hrf.SUPPORT_SECONDS
              + " s after the trial's end: lower mindstream.preprocess.revisions or .window-delay");
    }
  }

  private void requireWindow(TrialWindow window) {
    if (window.first() <= signal.newestVolume() - RING) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "window "
              + window
              + " and the wait for its answer have more than "
              + RING
              + " volumes; lower mindstream.preprocess.window-length or .revisions");
    }
    if (signal.volumesUsed(window) == 0) {
      throw new PipelineException(
          FailureCode.TOO_FEW_VOLUMES,
          "no volume of window " + window + " is left without its spikes");
    }
  }
}
