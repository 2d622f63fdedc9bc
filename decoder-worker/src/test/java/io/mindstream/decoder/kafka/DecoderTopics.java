package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The worker's topics on a broker, seen from outside: what is put in and what is committed. Their
 * names end in a suffix, so that tests can share a broker.
 */
final class DecoderTopics {

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final Topics topics;

  /** Creates the topics, with two partitions for the vectors. */
  DecoderTopics(KafkaSettings kafka, SchemaRegistry registry, String suffix) {
    this.kafka = kafka;
    this.registry = registry;
    this.topics = named(Topics.withPartitions(2), suffix);
    new TopicAdmin(kafka, registry).prepare(topics);
  }

  private static Topics named(Topics standard, String suffix) {
    return new Topics(
        standard.runs(),
        standard.volumes(),
        standard.events(),
        standard.rois(),
        named(standard.voxelVectors(), suffix),
        standard.quality(),
        named(standard.images(), suffix),
        named(standard.previews(), suffix),
        named(standard.deadLetters(), suffix));
  }

  private static <T extends SpecificRecord> Topic<T> named(Topic<T> topic, String suffix) {
    return new Topic<>(
        topic.name() + suffix,
        topic.type(),
        topic.keyForm(),
        topic.partitions(),
        topic.retention(),
        topic.maxRecordBytes());
  }

  Topics catalogue() {
    return topics;
  }

  void publish(int partition, VoxelVector vector) {
    String key = new TrialKey(vector.getRunId(), vector.getTrialIndex()).toString();
    publish(partition, key, topics.voxelVectors().codec(registry).encode(vector));
  }

  void publish(int partition, String key, byte[] value) {
    var properties = new ClientProperties(kafka).producer("test");
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topics.voxelVectors().name(), partition, key, value))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every committed record of a topic. */
  <T extends SpecificRecord> List<T> committed(Topic<T> topic) {
    var properties = new ClientProperties(kafka).consumer("test-reader", "test-reader");
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<T> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> records.add(topic.codec(registry).decode(record.value())));
      }
      return records;
    }
  }

  /** The number of vectors that a group has done with. */
  long consumed(String group) {
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
