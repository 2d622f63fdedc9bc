package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.serde.AvroCodec;
import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The Kafka clients of one session of one loop.
 *
 * @param consumer reads the voxel vectors, on the loop's thread
 * @param producer writes images and dead letters in transactions, on the loop's thread
 * @param previews writes previews as well as it can, on the device's thread
 */
record SessionClients(
    Consumer<byte[], byte[]> consumer, Producer<String, byte[]> producer, PreviewPublisher previews)
    implements AutoCloseable {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

  /**
   * Opens all clients; a transaction left open by an earlier session is ended first.
   *
   * @throws KafkaException where Kafka does not answer; nothing is left open
   */
  static SessionClients open(
      SessionProperties properties, String previewTopic, AvroCodec<Preview> previewCodec) {
    Producer<String, byte[]> producer =
        new KafkaProducer<>(
            properties.producer(), new StringSerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new SessionClients(
          new KafkaConsumer<>(
              properties.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
          producer,
          PreviewPublisher.open(properties.previews(), previewTopic, previewCodec));
    } catch (KafkaException failure) {
      producer.close();
      throw failure;
    }
  }

  @Override
  public void close() {
    try (previews) {
      producer.close(CLOSE_TIMEOUT);
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
  }
}
