package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.IncompatibleSchemaException;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends previews at once, outside the trial's transaction, since a preview that waits for the
 * result is worth nothing. One that cannot be sent soon is dropped; a decode never waits for it.
 */
final class PreviewPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PreviewPublisher.class);

  private final Producer<String, byte[]> producer;
  private final String topic;
  private final AvroCodec<Preview> codec;

  private PreviewPublisher(
      Producer<String, byte[]> producer, String topic, AvroCodec<Preview> codec) {
    this.producer = producer;
    this.topic = topic;
    this.codec = codec;
  }

  /** Opens a producer of its own. */
  static PreviewPublisher open(Properties properties, String topic, AvroCodec<Preview> codec) {
    return new PreviewPublisher(
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()),
        topic,
        codec);
  }

  void publish(Preview preview) {
    String key = new TrialKey(preview.getRunId(), preview.getTrialIndex()).toString();
    try {
      var unused = producer.send(new ProducerRecord<>(topic, key, codec.encode(preview)));
    } catch (KafkaException
        | IllegalStateException // closed meanwhile
        | RegistryUnavailableException
        | IncompatibleSchemaException e) {
      LOG.debug("A preview of {} was dropped", key, e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
