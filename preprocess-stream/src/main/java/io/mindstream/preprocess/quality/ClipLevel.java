package io.mindstream.preprocess.quality;

import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What parts brain from background, as AFNI's 3dClipLevel: half the median of the voxels above the
 * level itself, found by iteration.
 */
public final class ClipLevel {

  private static final double SHARE_OF_MEDIAN = 0.5;
  private static final int SAMPLES = 5_000;
  private static final int ROUNDS = 50;

  private ClipLevel() {}

  /**
   * The level of a volume, in scanner units, from some 5000 voxels evenly spread: exact would cost
   * more than it tells. NaN where no voxel is above 0.
   */
  public static double of(StoredVoxels volume) {
    int step = Math.max(1, volume.size() / SAMPLES);
    double[] values =
        IntStream.iterate(0, v -> v < volume.size(), v -> v + step)
            .mapToDouble(volume::value)
            .filter(value -> value > 0 && value < Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    return values.length == 0 ? Double.NaN : of(values);
  }

  /** Starts, as AFNI, at the root of half the mean square. */
  private static double of(double[] sorted) {
    double squares = Arrays.stream(sorted).map(value -> value * value).sum();
    double level = Math.sqrt(0.5 * squares / sorted.length);
    for (int round = 0; round < ROUNDS; round++) {
      double next = SHARE_OF_MEDIAN * medianFrom(sorted, level);
      if (next == level) {
        break;
      }
      level = next;
    }
    return level;
  }

  private static double medianFrom(double[] sorted, double level) {
    int first = 0;
    while (first < sorted.length - 1 && sorted[first] < level) {
      first++;
    }
    return sorted[first + (sorted.length - first) / 2];
  }
}
