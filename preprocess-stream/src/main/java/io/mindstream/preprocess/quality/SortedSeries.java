package io.mindstream.preprocess.quality;

/**
 * One voxel's last values, kept sorted: a new volume then costs a shift, where sorting each voxel's
 * anew would cost the stream tens of milliseconds a volume.
 */
final class SortedSeries {

  private static final double ROUNDING = 1e-9;

  private final float[] values;
  private int n;

  SortedSeries(int capacity) {
    this.values = new float[capacity];
  }

  /** Adds a finite value; there must be room. */
  void add(float value) {
    int at = below(value);
    System.arraycopy(values, at, values, at + 1, n - at);
    values[at] = value;
    n++;
  }

  /** Puts a finite value in the place of one that was added: what lies between them shifts. */
  void replace(float old, float value) {
    int from = below(old);
    int to = below(value);
    if (to > from) {
      to--;
      System.arraycopy(values, from + 1, values, from, to - from);
    } else {
      System.arraycopy(values, to, values, to + 1, from - to);
    }
    values[to] = value;
  }

  /**
   * How many values are below one. Noise leaves a processor nothing to guess, so each step of the
   * search moves without a branch: half the time of {@code Arrays.binarySearch}.
   */
  private int below(float value) {
    int base = 0;
    for (int left = n; left > 0; ) {
      int half = (left + 1) >>> 1;
      base += values[base + half - 1] < value ? half : 0;
      left -= half;
    }
    return base;
  }

  /** The median of at least one value. */
  private double median() {
    return ((double) values[(n - 1) / 2] + values[n / 2]) / 2;
  }

  /**
   * True where a value is farther from the median than {@code width} median deviations, and these
   * are not 0. Where the inner half of the values reaches farther than the value allows, so does
   * the median deviation, which need not be counted out then.
   */
  boolean isOutlier(float value, double width) {
    double median = median();
    double distance = Math.abs(value - median);
    double allowed = distance / width * (1 + ROUNDING);
    if (median - values[n / 4] > allowed && values[n - 1 - n / 4] - median > allowed) {
      return false;
    }
    double deviation = medianDeviation(median);
    return deviation > 0 && distance > width * deviation;
  }

  /** The median distance from the median: distances ascend from the middle to both sides. */
  private double medianDeviation(double median) {
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
