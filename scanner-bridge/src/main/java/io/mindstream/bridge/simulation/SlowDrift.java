package io.mindstream.bridge.simulation;

import java.util.Random;

/**
 * The scanner's slow drift, relative to a voxel's baseline: the first three cosines of the discrete
 * cosine transform over the run, each voxel with weights of its own.
 */
final class SlowDrift {

  private static final int COSINES = 3;
  private static final double AMPLITUDE = 0.004;

  private final int volumes;
  private final float[][] weights;

  /**
   * Drift of a run.
   *
   * @param voxels V
   * @param volumes T
   */
  SlowDrift(int voxels, int volumes, Random random) {
    this.volumes = volumes;
    this.weights = new float[COSINES][voxels];
    for (float[] cosine : weights) {
      for (int v = 0; v < voxels; v++) {
        cosine[v] = (float) (AMPLITUDE * random.nextGaussian());
      }
    }
  }

  /** Adds the drift at volume t to a row (V). */
  void addTo(float[] row, int t) {
    for (int k = 0; k < COSINES; k++) {
      float cosine = (float) Math.cos(Math.PI * (k + 1) * (t + 0.5) / volumes);
      for (int v = 0; v < row.length; v++) {
        row[v] += weights[k][v] * cosine;
      }
    }
  }
}
