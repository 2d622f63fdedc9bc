package io.mindstream.service;

import io.mindstream.schemas.kafka.BrokerProbe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a service. It runs sessions, each with connections of its own, one after the other
 * until it is stopped or a session comes to its end. Where something outside is down (see {@link
 * Outage}) it waits, longer each time, and begins the next session; any other failure ends it and
 * shows as {@link ServiceHealth.Failed}, since it would only happen again. Used once: a start after
 * a stop makes a new loop.
 *
 * <p>No method but {@link #awaitReady} and {@link #stop} waits, and none holds a monitor: a stop
 * gets through whatever a session does.
 */
public final class ServiceLoop implements BrokerProbe.Listener {

  /** One set of connections, from opening to closing them. */
  @FunctionalInterface
  public interface Session {

    /**
     * Works until {@link ServiceLoop#stopping()}, or until there is nothing left to do. Runs on the
     * loop's thread.
     *
     * @throws InterruptedException where the loop's thread was interrupted, since it did not end
     */
    void run(ServiceLoop loop) throws InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(ServiceLoop.class);
  private static final ExponentialBackoff PAUSE = new ExponentialBackoff(500, 2, 10_000, 0.2);

  private final Session session;
  private final Outage outage;
  private final String remedy;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile ServiceHealth health = new ServiceHealth.Waiting("starting");
  private volatile Runnable wakeup = ServiceLoop::nothing;

  /** In a row, and answers of the present session: of the loop's thread alone. */
  private long failures;

  private int answers;

  /**
   * A loop that is not started yet.
   *
   * @param name of its thread
   * @param outage which failures are waited out
   * @param remedy what a person is told beside the failure when the loop gives up
   */
  public ServiceLoop(String name, Outage outage, String remedy, Session session) {
    this.session = session;
    this.outage = outage;
    this.remedy = remedy;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins; returns at once. */
  public void start() {
    thread.start();
  }

  /**
   * Waits until a session said {@link #ready()}.
   *
   * @throws RuntimeException the failure that the loop gave up with; none where it was stopped
   */
  public void awaitReady() {
    try {
      ready.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Says that work can be taken; ends {@link #awaitReady}. */
  public void ready() {
    ready.complete(null);
  }

  /** Asks the session to end. Returns at once; a second call does nothing. */
  public void requestStop() {
    stopping.countDown();
    ready.complete(null);
    wakeup.run();
  }

  /**
   * Asks the session to end and waits for it; interrupts it where it does not end in time.
   *
   * @return false where the thread still runs; being a daemon it holds up nothing
   */
  public boolean stop(Duration timeout) {
    requestStop();
    try {
      thread.join(Math.max(1, timeout.toMillis())); // 0 would wait for ever
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(Math.max(1, timeout.toMillis() / 2));
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** True once a stop was asked for. */
  public boolean stopping() {
    return stopping.getCount() == 0;
  }

  /** Waits, but not beyond a stop; true where there was one. */
  public boolean pause(Duration time) throws InterruptedException {
    return stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * What ends the present session's wait when a stop is asked for, as a consumer's {@code wakeup}
   * does; forgotten when the session ends.
   */
  public void onStop(Runnable action) {
    wakeup = action;
    if (stopping()) {
      action.run();
    }
  }

  /** How the loop is. Once it is being stopped, what it was last. */
  public ServiceHealth health() {
    return health;
  }

  /** After a failed session, one that ends at once as well must not pass for running. */
  @Override
  public void reachable() {
    answers++;
    if (failures == 0 || answers > 1) {
      show(new ServiceHealth.Running());
    }
  }

  @Override
  public void unreachable(String reason) {
    if (!(health instanceof ServiceHealth.Waiting waiting) || !waiting.reason().equals(reason)) {
      LOG.warn("{} waits: {}", thread.getName(), reason);
    }
    show(new ServiceHealth.Waiting(reason));
  }

  /** Says that work was done: whatever was down is back. For the session's thread. */
  public void progress() {
    failures = 0;
    show(new ServiceHealth.Running());
  }

  private void run() {
    try {
      boolean ended = false;
      while (!ended && !stopping()) {
        ended = runSession();
      }
      ready();
    } catch (InterruptedException e) {
      LOG.debug("{} was interrupted while it stopped", thread.getName(), e);
    } catch (Throwable failure) { // of whatever kind: a dead thread must show in the health
      giveUp(failure);
    }
  }

  /** False where it broke off and another one is to follow. */
  private boolean runSession() throws InterruptedException {
    answers = 0;
    try {
      session.run(this);
      return true;
    } catch (RuntimeException failure) {
      if (stopping()) { // a consumer's wakeup ends it so
        LOG.debug("{}: the session ended", thread.getName(), failure);
        return true;
      }
      unreachable(outage.reason(failure).orElseThrow(() -> failure));
      LOG.debug("{}: the session ended", thread.getName(), failure);
      pause(Duration.ofMillis(PAUSE.backoff(failures)));
      failures++;
      return false;
    } finally {
      wakeup = ServiceLoop::nothing;
    }
  }

  private void giveUp(Throwable failure) {
    if (stopping()) {
      LOG.debug("{} failed while it stopped", thread.getName(), failure);
      return;
    }
    LOG.error("{} gave up", thread.getName(), failure);
    show(new ServiceHealth.Failed(failure + "; " + remedy));
    ready.completeExceptionally(failure);
  }

  private static void nothing() {}

  private void show(ServiceHealth now) {
    if (!stopping()) {
      health = now;
    }
  }
}
