package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.schemas.avro.Normalisation;

/**
 * Gathers the vector of one trial from the ROI values of a run's volumes: the window's mean, in
 * scanner units for {@code NONE}; for {@code RUNNING} see {@link RunningBaseline}. {@code TRAINING}
 * is not made: a model's own constants are the decoder's to apply.
 */
public final class TrialVector {

  private final Normalisation normalisation;
  private final TrialWindow window;
  private final WindowMean mean;
  private final RunningBaseline baseline;

  /**
   * The vector of a window over {@code voxels} ROI voxels, drift by least squares; no volume is
   * added yet.
   */
  public TrialVector(Normalisation normalisation, TrialWindow window, int voxels) {
    this(normalisation, 0, window, voxels);
  }

  /**
   * The vector of a window over {@code voxels} ROI voxels; no volume is added yet.
   *
   * @param steadyVolumes for {@code RUNNING}, see {@link RunningBaseline}
   * @throws IllegalArgumentException for {@code TRAINING}
   */
  public TrialVector(
      Normalisation normalisation, int steadyVolumes, TrialWindow window, int voxels) {
    if (normalisation == Normalisation.TRAINING) {
      throw new IllegalArgumentException("vectors of normalisation 'training' are not made here");
    }
    this.normalisation = normalisation;
    this.window = window;
    this.mean = new WindowMean(voxels);
    this.baseline = new RunningBaseline(running() ? voxels : 0, steadyVolumes);
  }

  /** Index of the first volume that is needed: the window's, or the run's for {@code RUNNING}. */
  public int from() {
    return running() ? 0 : window.first();
  }

  /**
   * Adds a volume.
   *
   * @param index its index in the run, at most the window's last
   * @param values its ROI voxels, read only
   */
  public void add(int index, float[] values) {
    if (running()) {
      baseline.add(index, values);
    }
    if (index >= window.first()) {
      mean.add(index, values);
    }
  }

  /** How many volumes of the window were added. */
  public int volumesUsed() {
    return mean.volumes();
  }

  /** One value a ROI voxel, as a new array; at least one volume of the window was added. */
  public float[] values() {
    return running() ? baseline.normalise(mean) : mean.means();
  }

  private boolean running() {
    return normalisation == Normalisation.RUNNING;
  }
}
