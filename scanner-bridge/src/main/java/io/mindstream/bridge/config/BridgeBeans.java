package io.mindstream.bridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import jakarta.inject.Singleton;

/** Makes the bridge; who holds the context starts it. */
@Factory
final class BridgeBeans {

  @Singleton
  RunDesk runDesk() {
    return new RunDesk();
  }

  @Singleton
  @Bean(preDestroy = "close")
  BridgeService bridge(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters,
      BridgeConfig config) {
    return new BridgeService(kafka, registry, topics, meters, config.spoolSettings());
  }
}
