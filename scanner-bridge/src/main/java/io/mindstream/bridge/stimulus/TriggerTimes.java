package io.mindstream.bridge.stimulus;

import io.mindstream.service.web.RefusedException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The scanner's volume triggers as the stimulus computer saw them. A time that is told twice counts
 * once, and one that was missed leaves a gap: the next one is as many volumes on as TRs have
 * passed.
 *
 * @param seconds times by the stimulus computer's clock, seconds since 1970-01-01 UTC
 * @param dummies so many of the first triggers belong to scans that are not published
 */
public record TriggerTimes(NavigableSet<Double> seconds, int dummies) {

  /** No trigger was seen. */
  public static final TriggerTimes NONE = new TriggerTimes(new TreeSet<>(), 0);

  /** Two triggers lie a whole number of TRs apart, give or take this part of one. */
  private static final double TOLERANCE = 0.25;

  /** Keeps its own set. */
  public TriggerTimes {
    seconds = new TreeSet<>(seconds);
  }

  /** These and some more. */
  public TriggerTimes with(Iterable<Double> more, int dummyScans) {
    NavigableSet<Double> all = new TreeSet<>(seconds);
    more.forEach(all::add);
    return new TriggerTimes(all, dummyScans);
  }

  /**
   * The trigger times by the index of their volume, origin 0; dummy scans are left out.
   *
   * @param trSeconds seconds from one volume to the next
   * @throws RefusedException where two triggers do not lie a whole number of TRs apart
   */
  public Map<Integer, Double> byVolume(double trSeconds) {
    Map<Integer, Double> volumes = new HashMap<>();
    Iterator<Double> times = seconds.iterator();
    int volume = -dummies;
    double before = Double.NaN;
    while (times.hasNext()) {
      double time = times.next();
      volume += Double.isNaN(before) ? 0 : steps(before, time, trSeconds);
      before = time;
      if (volume >= 0) {
        volumes.put(volume, time);
      }
    }
    return volumes;
  }

  private static int steps(double before, double time, double trSeconds) {
    double passed = (time - before) / trSeconds;
    long whole = Math.round(passed);
    if (whole < 1 || Math.abs(passed - whole) > TOLERANCE) {
      throw RefusedException.field(
          "at_seconds",
          "two triggers lie %.3f s apart, which is no multiple of the TR of %.3f s; send one time a volume, as the scanner's volume trigger gives it"
              .formatted(time - before, trSeconds));
    }
    return (int) Math.min(whole, Integer.MAX_VALUE / 2);
  }
}
