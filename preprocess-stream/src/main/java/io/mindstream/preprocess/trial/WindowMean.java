package io.mindstream.preprocess.trial;

/**
 * The mean of each ROI voxel over the volumes of a window that are there. Letters: V voxels of the
 * ROI.
 */
public final class WindowMean {

  private final double[] sums; // (V)
  private double indexSum;
  private int volumes;

  /** A mean over no volumes yet, of {@code voxels} = V voxels. */
  public WindowMean(int voxels) {
    this.sums = new double[voxels];
  }

  /**
   * Adds one volume of the window.
   *
   * @param index the volume's index in the run, origin 0
   * @param values (V), read only
   */
  public void add(int index, float[] values) {
    for (int v = 0; v < sums.length; v++) {
      sums[v] += values[v];
    }
    indexSum += index;
    volumes++;
  }

  /** How many volumes were added. */
  public int volumes() {
    return volumes;
  }

  /** Mean index of the volumes added: the time of the mean, in units of TR. NaN where none was. */
  public double meanIndex() {
    return indexSum / volumes;
  }

  /** Mean of one voxel, origin 0. NaN where no volume was added. */
  public double mean(int voxel) {
    return sums[voxel] / volumes;
  }

  /** (V) means, in scanner units, as a new array. */
  public float[] means() {
    float[] means = new float[sums.length];
    for (int v = 0; v < means.length; v++) {
      means[v] = (float) mean(v);
    }
    return means;
  }
}
