package io.mindstream.standalone.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each record that comes to some topics from now on to a listener, on a thread of its own. It
 * belongs to no consumer group and leaves no trace in Kafka.
 */
public final class TopicFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long CLOSE_MILLIS = 2_000;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Consumer<ConsumerRecord<String, byte[]>> listener;
  private final Thread thread;

  /** Follows from the present end of each topic; records sent after the return are seen. */
  public TopicFollower(
      KafkaSettings kafka,
      List<Topic<?>> topics,
      Consumer<ConsumerRecord<String, byte[]>> listener) {
    this.consumer =
        new KafkaConsumer<>(
            properties(kafka), new StringDeserializer(), new ByteArrayDeserializer());
    this.listener = listener;
    this.thread = new Thread(this::follow, "topic-follower");
    List<TopicPartition> partitions = topics.stream().flatMap(topic -> partitions(topic)).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // Asked for now: seekToEnd alone waits for the poll.
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Stream<TopicPartition> partitions(Topic<?> topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()));
  }

  private static Properties properties(KafkaSettings kafka) {
    Properties properties = new ClientProperties(kafka).consumer("session-tally", "");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return properties;
  }

  private void follow() {
    try (consumer) {
      while (true) {
        consumer.poll(POLL).forEach(listener);
      }
    } catch (WakeupException e) {
      LOG.debug("following ended", e);
    } catch (RuntimeException e) {
      LOG.error("following ended: {}", e.getMessage(), e);
    }
  }
}
