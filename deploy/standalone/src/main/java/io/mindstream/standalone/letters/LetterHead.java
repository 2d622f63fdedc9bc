package io.mindstream.standalone.letters;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A dead letter without the record that it holds.
 *
 * @param id where it lies
 * @param failedAt when the record was given up
 * @param code why; a name of {@code FailureCode}
 * @param message what was wrong and what to do
 * @param service that gave up
 * @param topic the record's
 * @param partition the record's; -1 where none applies
 * @param offset the record's; -1 where none applies
 * @param key the record's, as text
 * @param bytes of the value that the letter holds
 * @param clipped true where these are only the head of the record's
 * @param redriven true where the record was put back on its topic
 */
public record LetterHead(
    LetterId id,
    Instant failedAt,
    String code,
    String message,
    String service,
    String topic,
    int partition,
    long offset,
    String key,
    int bytes,
    boolean clipped,
    boolean redriven) {

  static LetterHead of(LetterId id, DeadLetter letter) {
    return new LetterHead(
        id,
        letter.getFailedAt(),
        letter.getCode(),
        letter.getMessage(),
        letter.getService(),
        letter.getTopic(),
        letter.getPartition(),
        letter.getOffset(),
        DeadLetters.keyOf(letter),
        letter.getValue().map(ByteBuffer::remaining).orElse(0),
        letter.getClipped(),
        false);
  }

  /** Of something in the box that is no letter. */
  static LetterHead unreadable(LetterId id, String box, Instant at, PipelineException why) {
    return new LetterHead(
        id,
        at,
        why.code().name(),
        String.valueOf(why.getMessage()),
        "",
        box,
        id.partition(),
        id.offset(),
        "",
        0,
        false,
        false);
  }

  LetterHead asRedriven() {
    return new LetterHead(
        id, failedAt, code, message, service, topic, partition, offset, key, bytes, clipped, true);
  }

  /** True where the record belongs to the run: its key is the run's id, or one of its trials'. */
  public boolean isOf(String run) {
    return key.equals(run) || key.startsWith(run + "/");
  }
}
