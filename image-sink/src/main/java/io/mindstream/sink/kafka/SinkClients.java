package io.mindstream.sink.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.sink.config.SinkConfig;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The Kafka clients of one session; closed together.
 *
 * @param consumer reads pictures and events
 * @param producer commits offsets and dead letters
 */
record SinkClients(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer)
    implements AutoCloseable {

  private static final int BATCH = 20;
  private static final Duration CLOSE = Duration.ofSeconds(2);

  static SinkClients connect(KafkaSettings kafka, SinkConfig config) {
    ClientProperties properties = new ClientProperties(kafka);
    String client = SinkService.NAME + "-" + config.instanceId();
    Properties consumer = properties.consumer(client, config.groupId());
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, String.valueOf(BATCH));
    return new SinkClients(
        new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        new KafkaProducer<>(
            properties.transactionalProducer(client, client),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  @Override
  public void close() {
    producer.close(CLOSE);
    consumer.close(CloseOptions.timeout(CLOSE));
  }
}
