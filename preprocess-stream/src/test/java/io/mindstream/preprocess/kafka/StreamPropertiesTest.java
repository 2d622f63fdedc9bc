package io.mindstream.preprocess.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamPropertiesTest {

  private static final String AUTO_CREATE = ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG;

  private final StreamsConfig config =
      new StreamsConfig(
          StreamProperties.of(
              new KafkaSettings("nowhere:9092", Map.of()), PreprocessConfig.DEFAULT.engine()));

  @Test
  void shouldMakeNoTopicByReadingScannerRecords() {
    assertThat(config.getMainConsumerConfigs("group", "client", 0))
        .containsEntry(AUTO_CREATE, "false");
  }

  @Test
  void shouldMakeNoTopicByReadingMasks() {
    assertThat(config.getGlobalConsumerConfigs("client")).containsEntry(AUTO_CREATE, "false");
  }

  @Test
  void shouldMakeNoTopicByRestoringState() {
    assertThat(config.getRestoreConsumerConfigs("client")).containsEntry(AUTO_CREATE, "false");
  }
}
