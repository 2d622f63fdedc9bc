package io.mindstream.schemas.failure;

import io.mindstream.schemas.avro.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Turns a record that could not be used into a dead letter that holds it whole. */
public final class DeadLetters {

  private DeadLetters() {}

  /**
   * The dead letter of a consumed record.
   *
   * @param record the record as it came, key and value as bytes; they are not copied
   * @param failure why it was given up
   * @param service the service that gives up
   * @param failedAt when
   */
  public static DeadLetter of(
      ConsumerRecord<byte @Nullable [], byte @Nullable []> record,
      PipelineException failure,
      String service,
      Instant failedAt) {
    return of(
        new Origin(record.topic(), record.partition(), record.offset()),
        record.key(),
        record.value(),
        failure,
        service,
        failedAt);
  }

  /** The dead letter of a record whose place and bytes are known apart. */
  public static DeadLetter of(
      Origin origin,
      byte @Nullable [] key,
      byte @Nullable [] value,
      PipelineException failure,
      String service,
      Instant failedAt) {
    return DeadLetter.newBuilder()
        .setTopic(origin.topic())
        .setPartition(origin.partition())
        .setOffset(origin.offset())
        .setKey(key == null ? null : ByteBuffer.wrap(key))
        .setValue(value == null ? null : ByteBuffer.wrap(value))
        .setCode(failure.code().name())
        .setMessage(String.valueOf(failure.getMessage()))
        .setService(service)
        .setFailedAt(failedAt)
        .build();
  }

  /** The key of a dead letter in its topic: the original key as text, or empty. */
  public static String keyOf(DeadLetter letter) {
    return letter
        .getKey()
        .map(key -> StandardCharsets.UTF_8.decode(key.duplicate()).toString())
        .orElse("");
  }

  /** Where a record stood: topic, partition and offset, -1 where none applies. */
  public record Origin(String topic, int partition, long offset) {}
}
