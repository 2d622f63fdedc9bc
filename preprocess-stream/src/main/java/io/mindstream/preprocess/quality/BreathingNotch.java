package io.mindstream.preprocess.quality;

/**
 * Takes breathing out of one motion parameter: a causal band stop of second order (bilinear
 * transform of the Butterworth band stop) with its half-power points at 0.31 and 0.43 Hz, the band
 * of Fair et al., Correction of respiratory artifacts in MRI head motion estimates, NeuroImage 208
 * (2020). They filter forth and back, which needs the future; this filters forth only.
 *
 * <p>With w1, w2 the edges in radians a volume: t = tan((w2 - w1) / 2), c = cos((w1 + w2) / 2) /
 * cos((w2 - w1) / 2), y(t) = (x(t) - 2 c x(t-1) + x(t-2) + 2 c y(t-1) - (1 - t) y(t-2)) / (1 + t).
 * Its gain at rest is 1; it starts as if the first value had always been there.
 */
final class BreathingNotch {

  private static final double LOW_HERTZ = 0.31;
  private static final double HIGH_HERTZ = 0.43;

  private final double centre; // c
  private final double width; // t
  private double x1;
  private double x2;
  private double y1;
  private double y2;

  /** A filter for values that come each {@code repetitionTimeSeconds}. */
  BreathingNotch(double repetitionTimeSeconds) {
    double low = 2 * Math.PI * LOW_HERTZ * repetitionTimeSeconds;
    double high = 2 * Math.PI * HIGH_HERTZ * repetitionTimeSeconds;
    this.width = Math.tan((high - low) / 2);
    this.centre = Math.cos((low + high) / 2) / Math.cos((high - low) / 2);
  }

  /** True where breathing can be told from other motion: half the sampling rate is above it. */
  static boolean fits(double repetitionTimeSeconds) {
    return 0.5 / repetitionTimeSeconds > HIGH_HERTZ;
  }

  /** Begins anew, at rest at a value. */
  void restAt(double value) {
    x1 = value;
    x2 = value;
    y1 = value;
    y2 = value;
  }

  /** The filtered value of the next volume. */
  double next(double x) {
    double y = (x - 2 * centre * x1 + x2 + 2 * centre * y1 - (1 - width) * y2) / (1 + width);
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  }
}
