package io.mindstream.benchmarks.preprocess;

import io.mindstream.schemas.fmri.VolumeShape;

/**
 * What is published.
 *
 * @param shape of each volume, int16
 * @param voxels of the ROI
 * @param runs which go on at the same time
 * @param volumes of each run
 * @param tr seconds from one volume to the next
 */
record Load(VolumeShape shape, int voxels, int runs, int volumes, double tr) {

  /** A trial lasts for two volumes and one begins with every fifth. */
  static final int VOLUMES_A_TRIAL = 5;

  private static final double TR = 2;

  static Load of(String shape, int voxels, int runs, int volumes) {
    return new Load(VolumeShape.parse(shape), voxels, runs, volumes, TR);
  }

  Load withTr(double seconds) {
    return new Load(shape, voxels, runs, volumes, seconds);
  }

  int allVolumes() {
    return runs * volumes;
  }

  /** Trials of a run whose answer its volumes have. */
  int trials() {
    return volumes / VOLUMES_A_TRIAL;
  }
}
