package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What is read of a trial, its voxel vector, and what is written: its images, or its dead letter.
 */
final class TrialRecords {

  private final Topics topics;
  private final AvroCodec<VoxelVector> vectors;
  private final AvroCodec<DecodedImage> images;
  private final AvroCodec<DeadLetter> deadLetters;
  private final String service;
  private final Clock clock;

  TrialRecords(Topics topics, SchemaRegistry registry, String service, Clock clock) {
    this.topics = topics;
    this.vectors = topics.voxelVectors().codec(registry);
    this.images = topics.images().codec(registry);
    this.deadLetters = topics.deadLetters().codec(registry);
    this.service = service;
    this.clock = clock;
  }

  /** Where the vectors come from. */
  String vectorTopic() {
    return topics.voxelVectors().name();
  }

  /**
   * The vector of a consumed record.
   *
   * @throws PipelineException UNDECODABLE where the bytes are none
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer; another try may help
   */
  VoxelVector vector(ConsumerRecord<byte[], byte[]> record) {
    return vectors.decode(record.value());
  }

  /**
   * The records of an outcome.
   *
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  List<ProducerRecord<String, byte[]>> of(
      ConsumerRecord<byte[], byte[]> vector, TrialOutcome outcome) {
    if (outcome instanceof TrialOutcome.Decoded decoded) {
      return decoded.images().stream().map(image -> of(vector, image)).toList();
    }
    return outcome instanceof TrialOutcome.Refused refused
        ? List.of(of(vector, refused.failure()))
        : List.of();
  }

  /** An image keeps its vector's timestamp, which is when the brain was measured. */
  private ProducerRecord<String, byte[]> of(
      ConsumerRecord<byte[], byte[]> vector, DecodedImage image) {
    String key = new TrialKey(image.getRunId(), image.getTrialIndex()).toString();
    return new ProducerRecord<>(
        topics.images().name(), null, vector.timestamp(), key, images.encode(image));
  }

  private ProducerRecord<String, byte[]> of(
      ConsumerRecord<byte[], byte[]> vector, PipelineException failure) {
    DeadLetter letter = DeadLetters.of(vector, failure, service, clock.instant());
    return new ProducerRecord<>(
        topics.deadLetters().name(), DeadLetters.keyOf(letter), deadLetters.encode(letter));
  }
}
