package io.mindstream.decoder.kafka;

import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes on one device until stopped. What comes from outside (Kafka or the registry is down, a
 * transaction was aborted or fenced) ends a session; after a pause the next one goes on from the
 * committed offsets. Anything else ends the loop, since it would only happen again.
 */
final class DecodeLoop implements SessionListener {

  private static final Logger LOG = LoggerFactory.getLogger(DecodeLoop.class);
  private static final ExponentialBackoff PAUSE = new ExponentialBackoff(500, 2, 10_000, 0.2);

  private final LoopConnections connections;
  private final LoopWork work;
  private final DecoderMetrics metrics;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile ServiceHealth health = new ServiceHealth.Waiting("connecting to Kafka");
  private volatile @Nullable DecodeSession session;
  private long failures;
  private int answers;

  DecodeLoop(LoopConnections connections, LoopWork work, DecoderMetrics metrics) {
    this.connections = connections;
    this.work = work;
    this.metrics = metrics;
    this.thread = new Thread(this::run, "decode-loop-" + work.device().decoder().device());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  ServiceHealth health() {
    return health;
  }

  /** Asks the loop to leave the trial in hand and end. Returns at once. */
  void requestStop() {
    stopping.countDown();
    DecodeSession current = session;
    if (current != null) {
      current.wakeup();
    }
  }

  /**
   * Waits for the loop's end and closes the decoder.
   *
   * @return false where that takes longer; it goes on by itself
   */
  boolean awaitStop(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    thread.join(Math.max(1, timeout.toMillis())); // 0 would wait for ever
    if (thread.isAlive()) {
      thread.interrupt();
    }
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    return work.device().close(left) && !thread.isAlive();
  }

  /** After a failed session one that ends at once as well must not pass for running. */
  @Override
  public void reachable() {
    answers++;
    if (failures == 0 || answers > 1) {
      health = new ServiceHealth.Running();
    }
  }

  @Override
  public void unreachable(String reason) {
    LOG.warn("Waiting: {}", reason);
    health = new ServiceHealth.Waiting(reason);
  }

  @Override
  public void committed(TrialOutcome outcome) {
    failures = 0;
    health = new ServiceHealth.Running();
    metrics.committed(outcome);
    if (outcome instanceof TrialOutcome.Refused refused) {
      LOG.warn("Dead letter {}: {}", refused.failure().code(), refused.failure().getMessage());
    }
  }

  private void run() {
    try {
      while (!stopRequested()) {
        runSession();
      }
    } catch (Throwable failure) { // of whatever kind: a dead loop must show in the health
      if (!stopRequested()) {
        giveUp(failure);
      }
    }
  }

  private void runSession() throws InterruptedException {
    answers = 0;
    try (LoopClients clients = connections.open()) {
      DecodeSession current = new DecodeSession(clients, work, this);
      session = current;
      current.run(this::stopRequested);
    } catch (KafkaException | RegistryUnavailableException e) {
      if (e.getCause() instanceof RecordTooLargeException) {
        throw e;
      }
      pauseAfter(e);
    } finally {
      session = null;
    }
  }

  private boolean stopRequested() {
    return stopping.getCount() == 0;
  }

  private void pauseAfter(RuntimeException failure) throws InterruptedException {
    unreachable(failure.getMessage() + remedy(failure));
    LOG.debug("The session ended", failure);
    stopping.await(PAUSE.backoff(failures), TimeUnit.MILLISECONDS);
    failures++;
  }

  private static String remedy(RuntimeException failure) {
    if (failure instanceof ProducerFencedException) {
      return " Is another worker running with the same mindstream.decoder.instance-id?";
    }
    return failure instanceof TimeoutException
        ? " Kafka does not answer; start it, or set mindstream.kafka.bootstrap-servers"
        : "";
  }

  private void giveUp(Throwable failure) {
    String device = work.device().decoder().device();
    LOG.error("The decode loop on {} gave up", device, failure);
    health =
        new ServiceHealth.Failed(
            "decoding on "
                + device
                + " failed: "
                + reason(failure)
                + "; the log says more. The trial in hand is not lost: it is decoded at the next start");
  }

  /** What is not ours may have a message that says little without its type. */
  private static String reason(Throwable failure) {
    return failure instanceof DeviceMemoryExhaustedException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }
}
