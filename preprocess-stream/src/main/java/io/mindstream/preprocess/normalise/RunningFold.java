package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;

/**
 * A window's mean against the run so far.
 *
 * @param baseline of the run
 * @param scale of the values
 */
record RunningFold(RunningBaseline baseline, RunningBaseline.Scale scale) implements VectorFold {

  @Override
  public boolean expect(FoldTrial trial) {
    return true;
  }

  @Override
  public void add(int index, VolumeRow row, boolean spike) {
    baseline.add(index, row.values());
  }

  @Override
  public TrialVector vector(int trial, int answer, TrialWindow window, WindowMean mean) {
    return TrialVector.of(baseline.normalise(mean, scale));
  }
}
