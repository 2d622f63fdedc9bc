package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;

/** A window's mean as it is: needs nothing else of the run. */
final class MeanFold implements VectorFold {

  @Override
  public boolean expect(FoldTrial trial) {
    return true;
  }

  @Override
  public void add(int index, VolumeRow row, boolean spike) {
    // The window's volumes are all that is needed.
  }

  @Override
  public TrialVector vector(int trial, int answer, TrialWindow window, WindowMean mean) {
    return TrialVector.of(mean.means());
  }
}
