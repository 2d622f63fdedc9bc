package io.mindstream.decoder.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.decoding.DecoderFactory;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.VectorDecoder;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import java.time.Clock;

/** What all loops of a service are made of; it connects to nothing by itself. */
record DecoderWiring(
    DecoderConfig config,
    DecoderFactory decoders,
    KafkaSettings kafka,
    SchemaRegistry registry,
    Topics topics,
    MeterRegistry meters) {

  private static final Clock CLOCK = Clock.systemUTC();

  /** Begins to load the model onto a device; returns at once. */
  DeviceThread load(DeviceChoice choice) {
    return DeviceThread.open(
        choice, () -> new VectorDecoder(decoders.open(choice), config.decodeSettings(), CLOCK));
  }

  /** What is read and written for each trial. */
  TrialRecords records() {
    return new TrialRecords(topics, registry, DecodeService.NAME, CLOCK);
  }

  /**
   * Opens the Kafka clients of one session.
   *
   * @param decoder whose device tells this worker's loops apart, and whose model its group
   * @throws org.apache.kafka.common.KafkaException where Kafka does not answer or lacks a topic
   */
  SessionClients connect(VectorDecoder decoder) {
    TopicPresence.require(kafka, topics);
    String loopId = DecodeService.NAME + "-" + config.instanceId() + "-" + decoder.device();
    SessionProperties properties =
        new SessionProperties(kafka, config.groupOf(decoder.modelId()), loopId);
    return SessionClients.open(
        properties, topics.previews().name(), topics.previews().codec(registry));
  }
}
