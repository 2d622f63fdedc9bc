package io.mindstream.bridge.simulation;

import java.util.Random;

/**
 * What one voxel prefers: a weight for each channel of its region, seen through a Gaussian
 * receptive field of about one grid cell.
 */
final class VoxelTuning {

  private static final double FIELD_SIGMA_CELLS = 0.9;

  private final Region region;
  private final float[] weights;

  /**
   * Draws the preferences of a voxel.
   *
   * @param like a map of the region, for its size
   */
  VoxelTuning(Region region, FeatureMap like, Random random) {
    this.region = region;
    this.weights = new float[like.values().length];
    int grid = like.grid();
    double row = random.nextDouble() * (grid - 1);
    double column = random.nextDouble() * (grid - 1);
    for (int channel = 0; channel < like.channels(); channel++) {
      double preference = random.nextGaussian();
      for (int cell = 0; cell < grid * grid; cell++) {
        int cellRow = cell / grid;
        int cellColumn = cell % grid;
        double dy = cellRow - row;
        double dx = cellColumn - column;
        double field = Math.exp(-(dx * dx + dy * dy) / (2 * FIELD_SIGMA_CELLS * FIELD_SIGMA_CELLS));
        weights[channel * grid * grid + cell] = (float) (preference * field);
      }
    }
  }

  Region region() {
    return region;
  }

  double respond(FeatureMap features) {
    double sum = 0;
    float[] values = features.values();
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
