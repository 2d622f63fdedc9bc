package io.mindstream.imaging.registration;

import java.util.Arrays;

/**
 * The voxels of an image that a motion can be read from: bright ones, and steep ones beside them.
 */
final class BrainPoints {

  private static final double BRIGHT_PERCENTILE = 0.98;
  private static final double FRACTION = 0.25;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private BrainPoints() {}

  /**
   * Linear indices in rising order.
   *
   * @param most where there are more, one of each equal part is taken, at a place that looks like
   *     chance and is the same each time: a regular pattern could beat with the image's own
   */
  static int[] of(Image image, int most) {
    int[] all = all(image);
    if (all.length <= most) {
      return all;
    }
    int[] some = new int[most];
    for (int i = 0; i < most; i++) {
      int from = (int) ((long) i * all.length / most);
      int to = (int) ((long) (i + 1) * all.length / most);
      some[i] = all[from + (int) (((i * MULTIPLIER) >>> 33) % (to - from))];
    }
    return some;
  }

  private static int[] all(Image image) {
    float[] values = image.values();
    double threshold = FRACTION * percentile(values);
    SmoothSampler sampler = new SmoothSampler(image);
    Grid grid = image.grid();
    int[] chosen = new int[values.length];
    int count = 0;
    int voxel = 0;
    for (int z = 0; z < grid.shape().nz(); z++) {
      for (int y = 0; y < grid.shape().ny(); y++) {
        for (int x = 0; x < grid.shape().nx(); x++, voxel++) {
          if (sampler.deepInside(x, y, z)
              && (values[voxel] > threshold || steep(sampler.valueAndSlopes(x, y, z), threshold))) {
            chosen[count++] = voxel;
          }
        }
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  private static boolean steep(double[] slopes, double threshold) {
    return Math.abs(slopes[1]) + Math.abs(slopes[2]) + Math.abs(slopes[3]) > threshold;
  }

  private static double percentile(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.floor(BRIGHT_PERCENTILE * (sorted.length - 1))];
  }
}
