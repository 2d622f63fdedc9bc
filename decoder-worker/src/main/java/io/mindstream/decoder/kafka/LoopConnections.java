package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Opens a loop's Kafka clients.
 *
 * @param kafka our cluster
 * @param topics all of them must be there
 * @param groupId the consumer group that all workers share
 * @param loopId name of the loop, the same after a restart and unlike any other loop's; it is the
 *     transactional id
 * @param previewCodec bytes of previews
 */
record LoopConnections(
    KafkaSettings kafka,
    Topics topics,
    String groupId,
    String loopId,
    AvroCodec<Preview> previewCodec) {

  private static final String MAX_BLOCK_MILLIS = "15000";

  /**
   * Opens all clients; a transaction left open by an earlier session is ended first.
   *
   * @throws KafkaException where Kafka does not answer or lacks a topic; nothing is left open
   */
  LoopClients open() {
    TopicPresence.require(kafka, topics);
    Producer<String, byte[]> producer = transactional();
    try {
      producer.initTransactions();
      return new LoopClients(consumer(), producer, previews());
    } catch (KafkaException failure) {
      producer.close();
      throw failure;
    }
  }

  private Producer<String, byte[]> transactional() {
    Properties own = properties().transactionalProducer(loopId, loopId);
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    return new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer());
  }

  /** One record at a time: a trial takes seconds, and its partition may move to another worker. */
  private Consumer<byte[], byte[]> consumer() {
    Properties own = properties().consumer(loopId, groupId);
    own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    own.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private PreviewPublisher previews() {
    return PreviewPublisher.open(
        properties().producer(loopId + "-previews"), topics.previews().name(), previewCodec);
  }

  private ClientProperties properties() {
    return new ClientProperties(kafka);
  }
}
