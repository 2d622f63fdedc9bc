package io.mindstream.schemas.failure;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.kafka.MessageLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record that could not be used into a dead letter that holds it whole, or, where no topic
 * of the pipeline takes so large a record, its head; then the letter says so. A dead letter is
 * never larger than its topic allows.
 */
public final class DeadLetters {

  /**
   * Header of a record that was put back from the dead letters, and of the mark that says so: which
   * letter it was, as {@code PARTITION/OFFSET} in ASCII.
   */
  public static final String REDRIVEN = "mindstream-redriven";

  /** Most bytes of a value that a letter holds whole. */
  public static final int MAX_WHOLE_VALUE = MessageLimits.MAX_RECORD_BYTES;

  /** Most bytes of a key that a letter holds whole. */
  public static final int MAX_WHOLE_KEY = 8 * 1024;

  /** So many bytes of a larger value are kept. */
  private static final int HEAD = 64 * 1024;

  /** Most characters of the message. */
  private static final int MAX_MESSAGE = 2000;

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
        .setKey(clip(key, MAX_WHOLE_KEY, MAX_WHOLE_KEY))
        .setValue(clip(value, MAX_WHOLE_VALUE, HEAD))
        .setClipped(isLonger(key, MAX_WHOLE_KEY) || isLonger(value, MAX_WHOLE_VALUE))
        .setCode(failure.code().name())
        .setMessage(clip(String.valueOf(failure.getMessage())))
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

  private static boolean isLonger(byte @Nullable [] bytes, int limit) {
    return bytes != null && bytes.length > limit;
  }

  private static @Nullable ByteBuffer clip(byte @Nullable [] bytes, int limit, int head) {
    if (bytes == null) {
      return null;
    }
    return bytes.length <= limit ? ByteBuffer.wrap(bytes) : ByteBuffer.wrap(bytes, 0, head);
  }

  private static String clip(String message) {
    return message.length() <= MAX_MESSAGE
        ? message
        : message.substring(0, MAX_MESSAGE) + "… (clipped)";
  }

  /** Where a record stood: topic, partition and offset, -1 where none applies. */
  public record Origin(String topic, int partition, long offset) {}
}
