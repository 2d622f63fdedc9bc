package io.mindstream.schemas.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

  private static final byte[] KEY = "run-1".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUE = {9, 8, 7};

  /** What Kafka adds to a record that is alone in its batch, at most. */
  private static final int FRAMING = 1024;

  private static final AvroCodec<DeadLetter> CODEC =
      Topics.standard().deadLetters().codec(new SchemaRegistry("mock://letters"));

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

  @Test
  void shouldHoldTheLargestRecordWhole() {
    DeadLetter whole = letter(KEY, new byte[MessageLimits.MAX_RECORD_BYTES], "no");
    assertThat(whole.getValue().orElseThrow().remaining())
        .isEqualTo(MessageLimits.MAX_RECORD_BYTES);
  }

  @Test
  void shouldSayThatItHoldsOnlyTheHeadOfALargerRecord() {
    assertThat(letter(KEY, new byte[DeadLetters.MAX_WHOLE_VALUE + 1], "no").getClipped()).isTrue();
  }

  @Test
  void shouldNotSayThatAWholeRecordIsClipped() {
    assertThat(letter.getClipped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000_000})
  void shouldFitItsTopicHoweverLargeTheRecordAndTheMessageAre(int more) {
    DeadLetter largest =
        letter(
            new byte[1024 * 1024 + more],
            new byte[MessageLimits.MAX_RECORD_BYTES + more],
            "é".repeat(1_000_000));
    byte[] key = DeadLetters.keyOf(largest).getBytes(StandardCharsets.UTF_8);
    byte[] value = CODEC.encode(largest);
    assertThat(key.length + value.length + FRAMING)
        .isLessThanOrEqualTo(Topics.standard().deadLetters().maxRecordBytes());
  }

  private static DeadLetter letter(byte[] key, byte[] value, String message) {
    return DeadLetters.of(
        new ConsumerRecord<>("scanner.volumes", 2, 41L, key, value),
        new PipelineException(FailureCode.TOO_LARGE, message),
        "preprocess-stream",
        Instant.EPOCH);
  }
}
