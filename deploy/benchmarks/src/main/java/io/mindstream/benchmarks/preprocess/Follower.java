package io.mindstream.benchmarks.preprocess;

import io.mindstream.schemas.kafka.ClientProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed to a topic from now on, and remembers when it had it. */
final class Follower implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<Seen> seen = new ArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = new Thread(this::follow, "follower");

  /**
   * A record that came.
   *
   * @param nanos of the JVM's clock
   * @param at by the wall clock
   * @param timestamp the record's
   * @param value its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(long nanos, Instant at, Instant timestamp, byte[] value) {}

  Follower(StreamPipeline pipeline, String topic) {
    consumer =
        new KafkaConsumer<>(
            new ClientProperties(pipeline.kafka()).reader("follower"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    consumer.position(partition);
    thread.start();
  }

  /** Waits for the next so many records. */
  List<Seen> await(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      synchronized (seen) {
        if (seen.size() >= count) {
          return List.copyOf(seen.subList(0, count));
        }
        TimeUnit.NANOSECONDS.timedWait(seen, POLL.toNanos());
      }
    }
    throw new IllegalStateException(
        "%d of %d records came in %d s".formatted(seen.size(), count, PATIENCE.toSeconds()));
  }

  private void follow() {
    try (consumer) {
      while (true) {
        consumer.poll(POLL).forEach(this::take);
      }
    } catch (WakeupException e) {
      // This ends.
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    synchronized (seen) {
      seen.add(
          new Seen(
              System.nanoTime(),
              Instant.now(),
              Instant.ofEpochMilli(record.timestamp()),
              record.value()));
      seen.notifyAll();
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
