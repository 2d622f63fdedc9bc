package io.mindstream.standalone.letters;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records from where they lie. Belongs to no group and leaves no trace. */
final class RecordFetch implements AutoCloseable {

  private static final Duration ASK = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;

  RecordFetch(KafkaSettings kafka) {
    Properties properties = new ClientProperties(kafka).reader("dead-letters");
    // Below its beginning a partition has nothing: that must not read as its first record.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Hands on each record of a topic that is there now. */
  void all(String topic, Consumer<ConsumerRecord<byte[], byte[]>> listener) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, ASK).stream().map(RecordFetch::partition).toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ASK);
    consumer.assign(partitions);
    consumer.beginningOffsets(partitions, ASK).forEach(consumer::seek);
    long deadline = System.nanoTime() + ASK.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      var records = consumer.poll(POLL);
      records.forEach(listener);
      deadline = records.isEmpty() ? deadline : System.nanoTime() + ASK.toNanos();
      requireBefore(deadline, topic);
    }
  }

  /** One record; empty where its topic keeps it no longer. */
  Optional<ConsumerRecord<byte[], byte[]>> one(TopicPartition partition, long offset) {
    List<TopicPartition> alone = List.of(partition);
    consumer.assign(alone);
    Long begin = consumer.beginningOffsets(alone, ASK).get(partition);
    Long end = consumer.endOffsets(alone, ASK).get(partition);
    if (begin == null || end == null || offset < begin || offset >= end) {
      return Optional.empty();
    }
    consumer.seek(partition, offset);
    long deadline = System.nanoTime() + ASK.toNanos();
    while (consumer.position(partition) == offset) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return record.offset() == offset ? Optional.of(record) : Optional.empty();
      }
      requireBefore(deadline, partition.topic());
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private static void requireBefore(long deadline, String topic) {
    if (System.nanoTime() > deadline) {
      throw new TimeoutException(
          "Kafka gave no record of "
              + topic
              + " within "
              + ASK.toSeconds()
              + " s; look at its log");
    }
  }
}
