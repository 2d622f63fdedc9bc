package io.mindstream.preprocess.quality;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Framewise displacement of Power et al., NeuroImage 59 (2012): how far the head moved since the
 * volume before, rotations as arcs on a sphere of 50 mm.
 *
 * <p>Letters: d translation in mm, r rotation in radians. FD = sum |d(t) - d(t-1)| + 50 mm * sum
 * |r(t) - r(t-1)|. Against a volume before a gap it is the motion over the whole gap.
 */
final class HeadMotion {

  /** Numbers a volume: three translations in mm, three rotations in degrees. */
  static final int PARAMETERS = 6;

  private static final double RADIUS_MM = 50;

  /**
   * Of one volume, in mm.
   *
   * @param plain null where there is nothing to compare with
   * @param notched the same without breathing; null also after a gap, where the filter begins anew,
   *     and where the TR is too long
   */
  record Displacement(@Nullable Double plain, @Nullable Double notched) {

    static final Displacement UNKNOWN = new Displacement(null, null);

    /** What is judged: without breathing where that is known; null where nothing is. */
    @Nullable Double judged() {
      return notched == null ? plain : notched;
    }
  }

  private final BreathingNotch @Nullable [] notches;
  private double @Nullable [] last; // (6), all in mm
  private double[] lastNotched = {};
  private int lastIndex;

  HeadMotion(double repetitionTimeSeconds) {
    this.notches =
        BreathingNotch.fits(repetitionTimeSeconds)
            ? Stream.generate(() -> new BreathingNotch(repetitionTimeSeconds))
                .limit(PARAMETERS)
                .toArray(BreathingNotch[]::new)
            : null;
  }

  /**
   * Adds one volume.
   *
   * @param motion (6), or empty where the run is not realigned
   */
  Displacement add(int index, double[] motion) {
    if (motion.length == 0) {
      return Displacement.UNKNOWN;
    }
    double[] now = inMillimetres(motion);
    double[] before = last;
    Double plain = before == null ? null : distance(now, before);
    Double notched = notches == null ? null : notched(notches, now, index == lastIndex + 1);
    last = now;
    lastIndex = index;
    return new Displacement(plain, notched);
  }

  private @Nullable Double notched(BreathingNotch[] filters, double[] now, boolean next) {
    if (last == null || !next) {
      for (int p = 0; p < PARAMETERS; p++) {
        filters[p].restAt(now[p]);
      }
      lastNotched = now;
      return null;
    }
    double[] filtered = new double[PARAMETERS];
    Arrays.setAll(filtered, p -> filters[p].next(now[p]));
    double distance = distance(filtered, lastNotched);
    lastNotched = filtered;
    return distance;
  }

  private static double[] inMillimetres(double[] motion) {
    double[] all = motion.clone();
    for (int p = PARAMETERS / 2; p < PARAMETERS; p++) {
      all[p] = RADIUS_MM * Math.toRadians(motion[p]);
    }
    return all;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int p = 0; p < PARAMETERS; p++) {
      sum += Math.abs(a[p] - b[p]);
    }
    return sum;
  }
}
