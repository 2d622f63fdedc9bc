package io.mindstream.preprocess.quality;

import java.util.Arrays;

/**
 * One voxel's last values, kept sorted: a new volume then costs a shift, where sorting each voxel's
 * anew would cost the stream tens of milliseconds a volume.
 */
final class SortedSeries {

  private final float[] values;
  private int n;

  SortedSeries(int capacity) {
    this.values = new float[capacity];
  }

  /** Adds a finite value; there must be room. */
  void add(float value) {
    int found = Arrays.binarySearch(values, 0, n, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(values, at, values, at + 1, n - at);
    values[at] = value;
    n++;
  }

  /** Removes a value that was added. */
  void remove(float value) {
    int at = Arrays.binarySearch(values, 0, n, value);
    n--;
    System.arraycopy(values, at + 1, values, at, n - at);
  }

  /** The median of at least one value. */
  double median() {
    return ((double) values[(n - 1) / 2] + values[n / 2]) / 2;
  }

  /** The median distance from the median: distances ascend from the middle to both sides. */
  double medianDeviation() {
    double median = median();
    int left = (n - 1) / 2;
    int right = left + 1;
    double before = 0;
    double last = 0;
    for (int taken = 0; taken <= n / 2; taken++) {
      double toLeft = left < 0 ? Double.POSITIVE_INFINITY : median - values[left];
      double toRight = right >= n ? Double.POSITIVE_INFINITY : values[right] - median;
      before = last;
      last = Math.min(toLeft, toRight);
      if (toLeft <= toRight) {
        left--;
      } else {
        right++;
      }
    }
    return n % 2 == 1 ? last : (before + last) / 2;
  }
}
