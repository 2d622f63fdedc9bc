package io.mindstream.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineBeansTest {

  @Test
  void shouldReachALocalBrokerByDefault() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(KafkaSettings.class))
          .isEqualTo(KafkaSettings.of("localhost:9092"));
    }
  }

  @Test
  void shouldHandFurtherPropertiesToKafkaClients() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("mindstream.kafka.properties.security.protocol", "SSL"))) {
      assertThat(context.getBean(KafkaSettings.class).properties())
          .containsEntry("security.protocol", "SSL");
    }
  }

  @Test
  void shouldTakeTheNumberOfPartitionsFromItsProperty() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("mindstream.topics.partitions", "9"))) {
      assertThat(context.getBean(Topics.class).volumes().partitions()).isEqualTo(9);
    }
  }
}
