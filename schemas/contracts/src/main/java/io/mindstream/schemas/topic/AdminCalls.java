package io.mindstream.schemas.topic;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Questions and orders to a cluster, each answered within a time or not at all. */
final class AdminCalls implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 30;
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final KafkaSettings kafka;
  private final Admin admin;

  AdminCalls(KafkaSettings kafka) {
    this.kafka = kafka;
    this.admin = Admin.create(new ClientProperties(kafka).admin());
  }

  Admin admin() {
    return admin;
  }

  /**
   * The answer.
   *
   * @throws KafkaUnavailableException where none comes in time
   * @throws KafkaException the cluster's own, where it refuses
   */
  <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaUnavailableException("interrupted while Kafka was asked", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException refusal
          && !(refusal instanceof RetriableException)) {
        throw refusal;
      }
      throw unavailable(e);
    } catch (TimeoutException e) {
      throw unavailable(e);
    }
  }

  /**
   * The answer to a question about topics that may have been made this moment: a broker hears of
   * them a little later than the controller.
   *
   * @throws KafkaUnavailableException where none comes in time
   * @throws KafkaException the cluster's own, where it refuses
   */
  <T> T awaitKnown(Supplier<KafkaFuture<T>> question) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      try {
        return await(question.get());
      } catch (KafkaUnavailableException e) {
        boolean unheardOf =
            e.getCause() != null
                && e.getCause().getCause() instanceof UnknownTopicOrPartitionException;
        if (!unheardOf || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO); // Else it waits another half minute for a broker that is away.
  }

  private KafkaUnavailableException unavailable(Exception cause) {
    return new KafkaUnavailableException(
        "Kafka at "
            + kafka.bootstrapServers()
            + " did not answer within "
            + TIMEOUT_SECONDS
            + " s; start it, or give its address (--kafka; mindstream.kafka.bootstrap-servers)",
        cause);
  }
}
