package io.mindstream.preprocess.quality;

import java.time.Instant;
import java.util.Arrays;

/** Rows of two ROI voxels and two outside, all of them steady but for a little alternation. */
final class RowOf {

  static final double TR = 2;
  private static final Instant START = Instant.ofEpochSecond(1_000_000);

  private RowOf() {}

  static QualityRow volume(int index) {
    return volume(index, 100 + index % 2, still());
  }

  static QualityRow moved(int index, double millimetres) {
    double[] motion = still();
    motion[1] = millimetres;
    return volume(index, 100 + index % 2, motion);
  }

  static QualityRow bright(int index, double value) {
    return volume(index, value, still());
  }

  static QualityRow late(int index, double seconds) {
    QualityRow row = volume(index);
    Instant received = row.receivedAt().plusMillis((long) (1000 * seconds));
    return new QualityRow(
        index, row.acquiredAt(), received, row.roi(), row.outside(), row.motion(), 0, false, false);
  }

  static QualityRow ghosted(int index, double ratio) {
    QualityRow row = volume(index);
    return new QualityRow(
        index,
        row.acquiredAt(),
        row.receivedAt(),
        row.roi(),
        row.outside(),
        row.motion(),
        ratio,
        false,
        false);
  }

  static QualityRow refused(int index) {
    Instant at = at(index);
    return new QualityRow(
        index, at, at, new float[0], new float[0], new double[0], Double.NaN, true, false);
  }

  private static QualityRow volume(int index, double value, double[] motion) {
    float[] values = new float[2];
    Arrays.fill(values, (float) value);
    Instant at = at(index);
    return new QualityRow(index, at, at, values, values, motion, Double.NaN, false, false);
  }

  private static Instant at(int index) {
    return START.plusMillis((long) (1000 * TR * index));
  }

  private static double[] still() {
    return new double[6];
  }
}
