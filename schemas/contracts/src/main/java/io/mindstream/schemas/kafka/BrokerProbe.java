package io.mindstream.schemas.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Asks every few seconds whether Kafka answers. A consumer's poll returns nothing both where there
 * is no work and where there is no broker; only a question tells them apart. For the consumer's own
 * thread.
 */
public final class BrokerProbe {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Consumer<?, ?> consumer;
  private final TopicPartition partition;
  private final Listener listener;
  private long lastNanos = System.nanoTime() - EVERY.toNanos();

  /** A probe that asks for the first partition of a topic. */
  public BrokerProbe(Consumer<?, ?> consumer, String topic, Listener listener) {
    this.consumer = consumer;
    this.partition = new TopicPartition(topic, 0);
    this.listener = listener;
  }

  /** Hears what the probe found. */
  public interface Listener {
    /** Kafka answers. */
    void reachable();

    /** Kafka does not answer; the reason says what to do. */
    void unreachable(String reason);
  }

  /** Asks, if it is time. Takes a moment, or the timeout where nothing answers. */
  public void askIfDue() {
    if (System.nanoTime() - lastNanos < EVERY.toNanos()) {
      return;
    }
    try {
      consumer.endOffsets(List.of(partition), TIMEOUT);
      listener.reachable();
    } catch (TimeoutException e) {
      listener.unreachable(
          "Kafka does not answer for topic "
              + partition.topic()
              + "; start it, create the topics, or set mindstream.kafka.bootstrap-servers");
    }
    lastNanos = System.nanoTime();
  }
}
