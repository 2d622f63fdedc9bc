package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.normalise.RunningBaseline;
import io.mindstream.preprocess.trial.WindowMean;

/**
 * Principal components of the brain outside the ROI, as the run goes on: what is common to voxels
 * that answer to no stimulus is breathing, heartbeat and scanner. Each voxel's running mean and
 * linear drift are removed and it is scaled by its running standard deviation, as in CompCor
 * (Behzadi et al., NeuroImage 37, 2007).
 *
 * <p>A volume's score is on the components as they were <em>before</em> it, so that no volume
 * explains itself; the first volumes have score 0. See {@link IncrementalPca}.
 */
final class NoiseComponents {

  /** What a flagged volume is clipped to, in standard deviations. */
  private static final double LIMIT = 4;

  private final RunningBaseline baseline;
  private final IncrementalPca components;
  private final int outside;

  /** No components yet of {@code outside} = M voxels. */
  NoiseComponents(int count, int outside, int steadyVolumes) {
    if (count > 0 && outside < count) {
      throw new IllegalArgumentException(
          "components="
              + count
              + " needs as many voxels outside the ROI or more, there are "
              + outside
              + "; keep some or set components=0");
    }
    this.outside = outside;
    this.components = new IncrementalPca(count, outside);
    this.baseline = new RunningBaseline(outside, steadyVolumes);
  }

  int columns() {
    return components.count();
  }

  /** Checks that a row has the voxels outside where they are needed. */
  void requireFit(SignalRow row) {
    if (components.count() > 0 && row.outside().length != outside) {
      throw new IllegalArgumentException(
          "volume "
              + row.index()
              + " has "
              + row.outside().length
              + " voxels outside the ROI, not "
              + outside);
    }
  }

  /** Writes the scores of a row into {@code x} from {@code at} on, then learns from it. */
  void fill(SignalRow row, boolean limited, double[] x, int at) {
    if (components.count() == 0) {
      return;
    }
    double[] values = scaled(row, limited);
    components.score(values, x, at);
    components.learn(values);
  }

  private double[] scaled(SignalRow row, boolean limited) {
    baseline.add(row.index(), row.outside());
    WindowMean one = new WindowMean(outside);
    one.add(row.index(), row.outside());
    float[] normalised = baseline.normalise(one, RunningBaseline.Scale.DEVIATION);
    double[] values = new double[outside];
    for (int v = 0; v < outside; v++) {
      values[v] = limited ? Math.max(-LIMIT, Math.min(LIMIT, normalised[v])) : normalised[v];
    }
    return values;
  }
}
