package io.mindstream.bridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mindstream.bridge.stimulus.PlannedTrial;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.web.RefusedException;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events, each acknowledged before the next. It gives up within seconds, so that whoever
 * posted hears of it and can post again; what it gave up on is not sent later. For one thread at a
 * time.
 */
final class EventProducer implements AutoCloseable {

  private static final String REQUEST_MILLIS = "4000";
  private static final String GIVE_UP_MILLIS = "6000";

  private final KafkaSettings kafka;
  private final Topic<StimulusEvent> topic;
  private final AvroCodec<StimulusEvent> codec;
  private @Nullable KafkaProducer<String, byte[]> producer;

  /** Connects with the first event. */
  EventProducer(KafkaSettings kafka, SchemaRegistry registry, Topics topics) {
    this.kafka = kafka;
    this.topic = topics.events();
    this.codec = topic.codec(registry);
  }

  /**
   * Publishes an event and waits for its acknowledgement.
   *
   * @throws RefusedException 503 where Kafka or the registry does not answer
   */
  void send(PlannedTrial trial) {
    try {
      connected().send(record(trial)).get();
    } catch (ExecutionException | KafkaException | RegistryUnavailableException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }

  private ProducerRecord<String, byte[]> record(PlannedTrial trial) {
    StimulusEvent event = trial.event();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            topic.name(),
            null,
            event.getOccurredAt().toEpochMilli(),
            event.getRunId(),
            codec.encode(event));
    trial.id().ifPresent(id -> record.headers().add(RunFollower.EVENT_ID, id.getBytes(UTF_8)));
    return record;
  }

  private KafkaProducer<String, byte[]> connected() {
    KafkaProducer<String, byte[]> ready = producer;
    if (ready == null) {
      Properties properties = new ClientProperties(kafka).producer("scanner-bridge-events");
      properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
      properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
      properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
      properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
      ready = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
      producer = ready;
    }
    return ready;
  }

  private RefusedException unavailable(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return RefusedException.unavailable(
        "Kafka at %s did not take the event (%s); post it again with the same id"
            .formatted(kafka.bootstrapServers(), cause.getMessage()));
  }
}
