package io.mindstream.sink.recorder;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Finds a run's mask. Masks belong to no run and are published before the header that names them,
 * so they are looked up when a header comes.
 *
 * @param kafka where
 * @param topic of the masks
 */
record MaskLookup(KafkaSettings kafka, String topic) {

  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * The newest mask of an id.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka does not answer
   */
  Optional<ConsumerRecord<String, byte[]>> find(String roiId) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            new ClientProperties(kafka).reader(RecorderService.NAME + "-masks"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return newest(consumer, roiId);
    }
  }

  private static Optional<ConsumerRecord<String, byte[]>> newest(
      KafkaConsumer<String, byte[]> consumer, String roiId) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    Optional<ConsumerRecord<String, byte[]>> found = Optional.empty();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (roiId.equals(record.key()) && record.value() != null) {
          found = Optional.of(record);
        }
      }
    }
    return found;
  }
}
