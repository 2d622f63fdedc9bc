package io.mindstream.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {

  private final ClientProperties properties =
      new ClientProperties(new KafkaSettings("localhost:1", Map.of("security.protocol", "SSL")));

  @Test
  void shouldGiveEveryClientTheUsersProperties() {
    assertThat(properties.consumer("c", "g")).containsEntry("security.protocol", "SSL");
  }

  @Test
  void shouldProduceIdempotently() {
    assertThat(properties.producer("p"))
        .containsEntry("enable.idempotence", "true")
        .containsEntry("acks", "all");
  }

  @Test
  void shouldLetAProducerSendADeadLetterThatHoldsTheLargestVolume() {
    assertThat(Integer.parseInt(properties.producer("p").getProperty("max.request.size")))
        .isGreaterThan(MessageLimits.MAX_RECORD_BYTES);
  }

  @Test
  void shouldReadCommittedRecordsOnly() {
    assertThat(properties.consumer("c", "g")).containsEntry("isolation.level", "read_committed");
  }

  @Test
  void shouldNotWaitLongForAConsumerThatDied() {
    assertThat(Integer.parseInt(properties.consumer("c", "g").getProperty("session.timeout.ms")))
        .isLessThanOrEqualTo(10_000);
  }

  @Test
  void shouldNotWaitLongForAStreamThreadThatDied() {
    assertThat(
            Integer.parseInt(properties.streams().getProperty("main.consumer.session.timeout.ms")))
        .isLessThanOrEqualTo(10_000);
  }

  @Test
  void shouldNameThePropertyWhereTheAddressIsEmpty() {
    assertThatThrownBy(() -> KafkaSettings.of(" "))
        .hasMessageContaining("mindstream.kafka.bootstrap-servers");
  }
}
