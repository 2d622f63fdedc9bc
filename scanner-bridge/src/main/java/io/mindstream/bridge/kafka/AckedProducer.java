package io.mindstream.bridge.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A producer that has one record in flight: each is acknowledged by all in-sync replicas before the
 * next is sent. A scanner sends about one record a second, so the round trip costs nothing, and
 * after a failure there is never a gap or a change of order, which an idempotent producer alone
 * does not promise once a batch has expired.
 *
 * <p>For one thread.
 */
final class AckedProducer implements AutoCloseable {

  private static final Duration WAITING_AFTER = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final KafkaSettings settings;
  private final Consumer<Boolean> waiting;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * Connects in the background.
   *
   * @param waiting told true when an acknowledgement is late, and false when it came after all
   */
  AckedProducer(KafkaSettings settings, Consumer<Boolean> waiting) {
    this.settings = settings;
    this.waiting = waiting;
    Properties properties = new ClientProperties(settings).producer("scanner-bridge");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0"); // There is never a second to batch with.
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Sends a record and waits for its acknowledgement, as long as the producer's own delivery
   * timeout.
   *
   * @throws DeliveryException where it was not acknowledged
   */
  void send(String topic, String key, byte[] value, Instant timestamp) {
    try {
      await(producer.send(new ProducerRecord<>(topic, null, timestamp.toEpochMilli(), key, value)));
    } catch (ExecutionException e) {
      throw undelivered(topic, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
      throw undelivered(topic, e);
    } catch (KafkaException e) {
      throw undelivered(topic, e);
    }
  }

  private void await(Future<RecordMetadata> acknowledgement)
      throws ExecutionException, InterruptedException {
    try {
      acknowledgement.get(WAITING_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      waiting.accept(true);
      try {
        acknowledgement.get();
      } finally {
        waiting.accept(false);
      }
    }
  }

  private DeliveryException undelivered(String topic, Throwable cause) {
    return new DeliveryException(
        "Kafka at "
            + settings.bootstrapServers()
            + " did not take a record for "
            + topic
            + " ("
            + cause.getMessage()
            + "); start it, or give its address (--kafka; mindstream.kafka.bootstrap-servers)",
        cause);
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
