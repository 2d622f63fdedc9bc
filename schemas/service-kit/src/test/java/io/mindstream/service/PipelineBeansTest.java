package io.mindstream.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Replication;
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

  @Test
  void shouldTakeTheReplicationFromItsProperties() {
    Map<String, Object> properties =
        Map.of(
            "mindstream.topics.replication-factor", "3",
            "mindstream.topics.min-insync-replicas", "2");
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      assertThat(context.getBean(Replication.class)).isEqualTo(Replication.of(3, 2));
    }
  }

  @Test
  void shouldRefuseARegistryThatIsNoUrl() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("mindstream.registry.url", "localhost:8081"))) {
      assertThatThrownBy(() -> context.getBean(SchemaRegistry.class))
          .hasStackTraceContaining("mindstream.registry.url, or --registry, must be a URL");
    }
  }
}
