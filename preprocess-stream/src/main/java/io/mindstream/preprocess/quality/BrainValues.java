package io.mindstream.preprocess.quality;

import org.jspecify.annotations.Nullable;

/**
 * The brain voxels of the newest volume and how they changed since the one before. Letters: N = V +
 * M voxels, those of the ROI and those outside it.
 */
final class BrainValues {

  private float[] now = {}; // (N)
  private double squares; // of the changes, over the newest volume's voxels
  private double roiMean;
  private double sum;
  private int volumes;

  /** Adds one volume: (V) and (M), all finite. */
  void add(float[] roi, float[] outside) {
    float[] joined = new float[roi.length + outside.length];
    System.arraycopy(roi, 0, joined, 0, roi.length);
    System.arraycopy(outside, 0, joined, roi.length, outside.length);
    float[] before = volumes == 0 ? joined : now;
    now = joined;
    volumes++;
    squares = 0;
    double roiSum = pass(before, 0, roi.length);
    roiMean = roiSum / roi.length;
    sum += roiSum + pass(before, roi.length, joined.length);
  }

  /**
   * The sum of some voxels; their changes are added on the way. Two sums of each kind, since a
   * processor that adds to one alone waits for it.
   */
  private double pass(float[] before, int from, int to) {
    double total = 0;
    double otherTotal = 0;
    double changes = 0;
    double otherChanges = 0;
    int v = from;
    for (; v < to - 1; v += 2) {
      double change = (double) now[v] - before[v];
      double otherChange = (double) now[v + 1] - before[v + 1];
      total += now[v];
      otherTotal += now[v + 1];
      changes += change * change;
      otherChanges += otherChange * otherChange;
    }
    if (v < to) {
      double change = (double) now[v] - before[v];
      total += now[v];
      changes += change * change;
    }
    squares += changes + otherChanges;
    return total + otherTotal;
  }

  /** The newest values (N), read only. */
  float[] values() {
    return now;
  }

  /** The mean of the newest volume's ROI voxels, in scanner units. */
  double roiMean() {
    return roiMean;
  }

  /**
   * DVARS (Power et al. 2012) in percent: 100 * sqrt(mean(((V(t) - V(t-1)) / scale)^2)), where
   * scale is the mean of all these voxels over the volumes so far; null for the first volume, or
   * where there is no signal.
   */
  @Nullable Double change() {
    double scale = sum / ((double) now.length * volumes);
    if (volumes < 2 || !(scale > 0)) {
      return null;
    }
    return 100 * Math.sqrt(squares / now.length) / scale;
  }
}
