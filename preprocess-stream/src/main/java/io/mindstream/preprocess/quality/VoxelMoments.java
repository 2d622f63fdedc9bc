package io.mindstream.preprocess.quality;

import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/**
 * Mean and variance of each ROI voxel over the volumes so far, by Welford, Technometrics 4 (1962).
 * Letters: V voxels, n volumes, mu mean, m2 sum of squared deviations.
 */
final class VoxelMoments {

  private double[] mean = {}; // (V) mu
  private double[] squares = {}; // (V) m2
  private int n;

  /** Adds the values (V) of one volume. */
  void add(float[] values) {
    if (n == 0) {
      mean = new double[values.length];
      squares = new double[values.length];
    }
    n++;
    for (int v = 0; v < mean.length; v++) {
      double delta = values[v] - mean[v];
      mean[v] += delta / n;
      squares[v] += delta * (values[v] - mean[v]);
    }
  }

  /** How many volumes were added. */
  int volumes() {
    return n;
  }

  /**
   * Temporal signal-to-noise ratio: the median over the voxels of mu / sqrt(m2 / n), leaving out
   * those that do not vary; null where none does.
   */
  @Nullable Double signalToNoise() {
    double[] ratios = new double[mean.length];
    int known = 0;
    for (int v = 0; v < mean.length; v++) {
      if (squares[v] > 0) {
        ratios[known++] = mean[v] / Math.sqrt(squares[v] / n);
      }
    }
    return median(ratios, known);
  }

  /**
   * Contrast-to-noise ratio against other volumes: the median over the voxels of |mu - mu'| /
   * sqrt(m2 / n + m2' / n'), leaving out those that do not vary; null where none does.
   */
  @Nullable Double contrastToNoise(VoxelMoments other) {
    double[] ratios = new double[mean.length];
    int known = 0;
    for (int v = 0; v < mean.length; v++) {
      double variance = squares[v] / n + other.squares[v] / other.n;
      if (variance > 0) {
        ratios[known++] = Math.abs(mean[v] - other.mean[v]) / Math.sqrt(variance);
      }
    }
    return median(ratios, known);
  }

  private static @Nullable Double median(double[] values, int count) {
    return count == 0 ? null : new Median().evaluate(values, 0, count);
  }
}
