package io.mindstream.bridge.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets scanner time pass at a chosen speed. It waits on the JVM's monotonic clock, so a change of
 * the wall clock does not disturb it, and it gives each moment a wall time: the one at which it was
 * due. At {@link Speed#MAX} everything is due at once.
 *
 * <p>A feed that cannot keep up is late against these times, and the lateness shows as latency.
 */
public final class Pacer {

  private static final double NANOS = 1e9;

  private final Speed speed;
  private final CountDownLatch halt;
  private final double originSeconds;
  private final long originNanos;
  private final Instant originWall;

  /**
   * Scanner time begins to pass now.
   *
   * @param originSeconds the scanner time that is now; 0 at a run's start, more where a run is
   *     resumed
   * @param halt ends any wait when counted down
   */
  public Pacer(Speed speed, double originSeconds, CountDownLatch halt) {
    this.speed = speed;
    this.halt = halt;
    this.originSeconds = originSeconds;
    this.originNanos = System.nanoTime();
    this.originWall = Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Wall time at which this clock began to run. */
  public Instant origin() {
    return originWall;
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
      return halt.getCount() == 0
          ? Optional.empty()
          : Optional.of(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
    long sinceOrigin = Math.round((dueSeconds - originSeconds) / speed.factor() * NANOS);
    long wait = Math.max(0, originNanos + sinceOrigin - System.nanoTime());
    if (halt.await(wait, TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    return Optional.of(originWall.plusNanos(sinceOrigin).truncatedTo(ChronoUnit.MICROS));
  }
}
