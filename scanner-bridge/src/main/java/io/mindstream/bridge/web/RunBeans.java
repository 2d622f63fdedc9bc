package io.mindstream.bridge.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.mindstream.bridge.config.ClockConfig;
import io.mindstream.bridge.stimulus.RunTable;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The table of runs and what keeps it. Making them connects to nothing. */
@Factory
final class RunBeans {

  private static final double MILLIS = 1e3;

  @Singleton
  RunTable table(ClockConfig clock) {
    return new RunTable(clock.limit().toMillis() / MILLIS);
  }

  @Singleton
  @Named(RunFollower.NAME)
  @Bean(preDestroy = "stop")
  RunFollower follower(
      KafkaSettings kafka, SchemaRegistry registry, Topics topics, RunTable table) {
    return new RunFollower(kafka, registry, topics, table);
  }

  @Singleton
  @Bean(preDestroy = "close")
  EventDesk desk(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      RunTable table,
      RunFollower follower) {
    return new EventDesk(table, follower, new EventProducer(kafka, registry, topics));
  }
}
