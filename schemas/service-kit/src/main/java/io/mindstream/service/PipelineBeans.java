package io.mindstream.service;

import io.micronaut.context.annotation.Factory;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.config.KafkaConfig;
import io.mindstream.service.config.RegistryConfig;
import io.mindstream.service.config.TopicsConfig;
import jakarta.inject.Singleton;

/** What every service needs, from its settings. */
@Factory
final class PipelineBeans {

  @Singleton
  KafkaSettings kafka(KafkaConfig config) {
    return config.settings();
  }

  @Singleton
  SchemaRegistry registry(RegistryConfig config) {
    return new SchemaRegistry(config.settings());
  }

  @Singleton
  Replication replication(TopicsConfig config) {
    return config.replication();
  }

  @Singleton
  Topics topics(TopicsConfig config) {
    return config.topics();
  }
}
