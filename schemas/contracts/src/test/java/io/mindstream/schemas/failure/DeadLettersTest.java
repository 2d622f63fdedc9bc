package io.mindstream.schemas.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final byte[] KEY = "run-1".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUE = {9, 8, 7};

  private final DeadLetter letter =
      DeadLetters.of(
          new ConsumerRecord<>("scanner.volumes", 2, 41L, KEY, VALUE),
          new PipelineException(FailureCode.UNDECODABLE, "no header"),
          "preprocess-stream",
          Instant.EPOCH);

  @Test
  void shouldHoldTheOriginalBytesWhole() {
    assertThat(letter.getValue()).contains(ByteBuffer.wrap(VALUE));
  }

  @Test
  void shouldNameTheRecordsPlace() {
    assertThat(letter.getTopic() + "/" + letter.getPartition() + "/" + letter.getOffset())
        .isEqualTo("scanner.volumes/2/41");
  }

  @Test
  void shouldCarryTheCode() {
    assertThat(letter.getCode()).isEqualTo("UNDECODABLE");
  }

  @Test
  void shouldBeKeyedAsTheOriginal() {
    assertThat(DeadLetters.keyOf(letter)).isEqualTo("run-1");
  }

  @Test
  void shouldTakeARecordWithoutKeyOrValue() {
    DeadLetter empty =
        DeadLetters.of(
            new ConsumerRecord<>("t", 0, 0L, null, null),
            new PipelineException(FailureCode.UNDECODABLE, "nothing"),
            "image-sink",
            Instant.EPOCH);
    assertThat(DeadLetters.keyOf(empty)).isEmpty();
  }
}
