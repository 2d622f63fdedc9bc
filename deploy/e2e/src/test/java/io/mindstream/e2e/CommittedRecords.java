package io.mindstream.e2e;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a reader of committed records sees in topics, and what groups have not read of it. */
final class CommittedRecords {

  private final KafkaSettings kafka;

  CommittedRecords(String bootstrapServers) {
    this.kafka = KafkaSettings.of(bootstrapServers);
  }

  /** All that a topic holds, in the order of each partition. */
  List<ConsumerRecord<String, byte[]>> of(String topic) {
    return after(List.of(topic), Map.of());
  }

  /**
   * How many records a group has yet to read. The difference of offsets would not do: a
   * transaction's mark takes an offset, so it stays above zero.
   */
  int lag(String group, Collection<String> topics) {
    return after(topics, offsets(group)).size();
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(String group) {
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the offsets of " + group + " cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<ConsumerRecord<String, byte[]>> after(
      Collection<String> topics, Map<TopicPartition, OffsetAndMetadata> offsets) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            new ClientProperties(kafka).reader("committed-records"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      seek(consumer, topics, offsets);
      readToEnd(consumer, records::add);
    }
    return records;
  }

  private static void seek(
      KafkaConsumer<String, byte[]> consumer,
      Collection<String> topics,
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null && partitions.contains(partition)) {
            consumer.seek(partition, offset);
          }
        });
  }

  private static void readToEnd(
      KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> to) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(to);
    }
  }
}
