package io.mindstream.preprocess.quality;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * Mean and variance of each ROI voxel over the volumes so far, by Welford, Technometrics 4 (1962).
 * Letters: V voxels, n volumes, mu mean, m2 sum of squared deviations.
 */
final class VoxelMoments {

  private static final Median MEDIAN = Median.withDefaults().withCopy(false);

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
    for (int v = 0; v < ratios.length; v++) {
      ratios[v] = mean[v] / Math.sqrt(squares[v] / n);
    }
    return medianWhere(squares, ratios);
  }

  /**
   * Contrast-to-noise ratio against other volumes: the median over the voxels of |mu - mu'| /
   * sqrt(m2 / n + m2' / n'), leaving out those that do not vary; null where none does.
   */
  @Nullable Double contrastToNoise(VoxelMoments other) {
    double[] ratios = new double[mean.length];
    double[] variances = new double[mean.length];
    for (int v = 0; v < ratios.length; v++) {
      variances[v] = squares[v] / n + other.squares[v] / other.n;
      ratios[v] = Math.abs(mean[v] - other.mean[v]) / Math.sqrt(variances[v]);
    }
    return medianWhere(variances, ratios);
  }

  /** The median of some ratios, which it may reorder; those that do not vary are left out. */
  private static @Nullable Double medianWhere(double[] variances, double[] ratios) {
    int known = 0;
    for (int v = 0; v < ratios.length; v++) {
      if (variances[v] > 0) {
        ratios[known++] = ratios[v];
      }
    }
    return known == 0 ? null : MEDIAN.evaluate(Arrays.copyOf(ratios, known));
  }
}
