package io.mindstream.preprocess.quality;

import org.jspecify.annotations.Nullable;

/**
 * The brain voxels of the newest volume and how they changed since the one before. Letters: N = V +
 * M voxels, those of the ROI and those outside it.
 */
final class BrainValues {

  private float[] now = {}; // (N)
  private float[] before = {}; // (N)
  private double sum;
  private long count;

  /** Adds one volume: (V) and (M), all finite. */
  void add(float[] roi, float[] outside) {
    before = now;
    now = new float[roi.length + outside.length];
    System.arraycopy(roi, 0, now, 0, roi.length);
    System.arraycopy(outside, 0, now, roi.length, outside.length);
    for (float value : now) {
      sum += value;
    }
    count += now.length;
  }

  /** The newest values (N), read only. */
  float[] values() {
    return now;
  }

  /**
   * DVARS (Power et al. 2012) in percent: 100 * sqrt(mean(((V(t) - V(t-1)) / scale)^2)), where
   * scale is the mean of all these voxels over the volumes so far; null for the first volume, or
   * where there is no signal.
   */
  @Nullable Double change() {
    double scale = sum / count;
    if (before.length == 0 || !(scale > 0)) {
      return null;
    }
    double squares = 0;
    for (int v = 0; v < now.length; v++) {
      double difference = (double) now[v] - before[v];
      squares += difference * difference;
    }
    return 100 * Math.sqrt(squares / now.length) / scale;
  }
}
