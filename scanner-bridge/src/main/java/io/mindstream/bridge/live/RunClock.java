package io.mindstream.bridge.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When volumes were acquired, from when they arrived: the grid of TRs whose volume 0 was acquired
 * just before it arrived. Nothing is ever said to happen before it could be known. For one thread.
 */
public final class RunClock {

  private static final double NANOS = 1e9;

  private final Instant startedAt;
  private final double repetitionTimeSeconds;
  private final TreeMap<Integer, Instant> acquired = new TreeMap<>();

  /**
   * The clock of a run whose latest volume has just arrived.
   *
   * @param present volumes that are there, 1 where the run was watched from its beginning
   */
  public RunClock(double repetitionTimeSeconds, int present, Instant now) {
    this.repetitionTimeSeconds = repetitionTimeSeconds;
    this.startedAt = micros(now.minus(seconds(present * repetitionTimeSeconds)));
  }

  /**
   * The clock of a run that another process began.
   *
   * @param acquired when each volume so far was acquired, by index
   */
  public static RunClock goingOn(
      double repetitionTimeSeconds, Instant startedAt, Map<Integer, Instant> acquired) {
    RunClock clock = new RunClock(repetitionTimeSeconds, 0, startedAt);
    clock.acquired.putAll(acquired);
    return clock;
  }

  /** When the acquisition of volume 0 began. */
  public Instant startedAt() {
    return startedAt;
  }

  /**
   * When a volume's acquisition began. Does not fall from one index to a higher one, whatever the
   * order in which they come.
   *
   * @param index origin 0
   */
  Instant acquired(int index, Instant arrivedAt) {
    Map.@Nullable Entry<Integer, Instant> higher = acquired.ceilingEntry(index);
    Instant nominal = startedAt.plus(seconds(index * repetitionTimeSeconds));
    Instant at = micros(earlier(nominal, higher == null ? arrivedAt : higher.getValue()));
    acquired.put(index, at);
    return at;
  }

  /** When something happened at a time of the run, at the latest now. */
  Instant at(double scannerSeconds, Instant now) {
    return micros(earlier(startedAt.plus(seconds(scannerSeconds)), now));
  }

  /** Scanner time: as much as went by, or more where volumes come faster than they are scanned. */
  double scannerSeconds(Instant now) {
    double passed = Duration.between(startedAt, now).toNanos() / NANOS;
    return acquired.isEmpty()
        ? passed
        : Math.max(passed, acquired.lastKey() * repetitionTimeSeconds);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
