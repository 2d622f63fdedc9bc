package io.mindstream.bridge.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Lets scanner time pass at a chosen speed. It waits on the JVM's monotonic clock, so a change of
 * the wall clock does not disturb it, and it gives each moment a wall time: the one at which it was
 * due. At {@link Speed#MAX} everything is due at once.
 *
 * <p>A feed that cannot keep up is late against these times, and the lateness shows as latency.
 */
public final class Pacer {

  private static final double NANOS = 1e9;

  /** A wait that can be cut short. */
  @FunctionalInterface
  public interface Pause {

    /** Waits, but not beyond a halt; true where there was one. */
    boolean halted(Duration time) throws InterruptedException;
  }

  private final Speed speed;
  private final Pause pause;
  private final double originSeconds;
  private final long originNanos;
  private final Instant originWall;

  /**
   * Scanner time begins to pass now.
   *
   * @param originSeconds the scanner time that is now; 0 at a run's start, more where a run is
   *     resumed
   * @param pause how it waits, until halted
   */
  public Pacer(Speed speed, double originSeconds, Pause pause) {
    this.speed = speed;
    this.pause = pause;
    this.originSeconds = originSeconds;
    this.originNanos = System.nanoTime();
    this.originWall = Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Wall time at which this clock began to run. */
  public Instant origin() {
    return originWall;
  }

  /** Wall time at which scanner time was 0, or would have been. */
  public Instant zero() {
    return speed.isMax() ? originWall : originWall.minusNanos(nanos(originSeconds));
  }

  /**
   * Waits until a moment is due.
   *
   * @param dueSeconds scanner time
   * @return the wall time at which the moment was due, or empty where the wait was halted
   * @throws InterruptedException where the thread was interrupted
   */
  public Optional<Instant> await(double dueSeconds) throws InterruptedException {
    if (speed.isMax()) {
      return pause.halted(Duration.ZERO)
          ? Optional.empty()
          : Optional.of(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
    long sinceOrigin = nanos(dueSeconds - originSeconds);
    long wait = Math.max(0, originNanos + sinceOrigin - System.nanoTime());
    if (pause.halted(Duration.ofNanos(wait))) {
      return Optional.empty();
    }
    return Optional.of(originWall.plusNanos(sinceOrigin).truncatedTo(ChronoUnit.MICROS));
  }

  private long nanos(double seconds) {
    return Math.round(seconds / speed.factor() * NANOS);
  }
}
