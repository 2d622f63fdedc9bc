package io.mindstream.service;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service that is one {@link ServiceLoop}, a fresh one at each start. Starting a started one, or
 * stopping a stopped one, does nothing, and no method holds a monitor.
 */
public final class RestartableLoop {

  private final Supplier<ServiceLoop> fresh;
  private final Duration stopTimeout;
  private final AtomicReference<@Nullable ServiceLoop> loop = new AtomicReference<>();

  /**
   * A stopped service.
   *
   * @param fresh makes a loop that is not started
   * @param stopTimeout how long a stop waits before it interrupts the loop
   */
  public RestartableLoop(Supplier<ServiceLoop> fresh, Duration stopTimeout) {
    this.fresh = fresh;
    this.stopTimeout = stopTimeout;
  }

  /** Begins; returns at once. */
  public void start() {
    ServiceLoop next = fresh.get();
    if (loop.compareAndSet(null, next)) {
      next.start();
    }
  }

  /** As {@link ServiceLoop#awaitReady}; returns at once where it is stopped. */
  public void awaitReady() {
    ServiceLoop running = loop.get();
    if (running != null) {
      running.awaitReady();
    }
  }

  /** Ends the present loop. */
  public void stop() {
    ServiceLoop running = loop.getAndSet(null);
    if (running != null) {
      running.stop(stopTimeout);
    }
  }

  /** How it is. */
  public ServiceHealth health() {
    ServiceLoop running = loop.get();
    return running == null ? new ServiceHealth.Stopped() : running.health();
  }
}
