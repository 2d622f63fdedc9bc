package io.mindstream.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.answers.AnswerBook;
import io.mindstream.sink.answers.AnswerPush;
import io.mindstream.sink.config.AnswersConfig;
import io.mindstream.sink.config.DashboardConfig;
import io.mindstream.sink.config.RecorderConfig;
import io.mindstream.sink.config.SinkConfig;
import io.mindstream.sink.config.StoreConfig;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.kafka.DashboardFeed;
import io.mindstream.sink.kafka.SinkService;
import io.mindstream.sink.recorder.RecorderService;
import io.mindstream.sink.system.Backlog;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The sink as beans. Making them connects to nothing. */
@Factory
final class SinkBeans {

  @Singleton
  @Bean(preDestroy = "close")
  ObjectStore store(StoreConfig config) {
    return new S3ObjectStore(config.settings());
  }

  @Singleton
  AnswerBook answers() {
    return new AnswerBook();
  }

  @Singleton
  @Bean(preDestroy = "stop")
  AnswerPush push(AnswerBook answers, AnswersConfig config, ObjectMapper json) {
    return new AnswerPush(answers, config, json, InstantSource.system());
  }

  @Singleton
  @Named(DashboardFeed.NAME)
  @Bean(preDestroy = "stop")
  DashboardFeed feed(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      DashboardConfig config,
      Board board,
      AnswerBook answers,
      Backlog backlog) {
    return new DashboardFeed(kafka, registry, topics, config, board, answers, backlog);
  }

  @Singleton
  @Named(SinkService.NAME)
  @Bean(preDestroy = "stop")
  SinkService service(
      KafkaSettings kafka,
      SinkConfig config,
      Topics topics,
      SchemaRegistry registry,
      ObjectStore store,
      Board board,
      MeterRegistry meters) {
    return SinkService.create(kafka, config, topics, registry, store, board::stored, meters);
  }

  @Singleton
  @Named(RecorderService.NAME)
  @Bean(preDestroy = "stop")
  @Requires(property = "mindstream.sink.recorder.enabled", notEquals = "false")
  RecorderService recorder(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      RecorderConfig config,
      ObjectStore store,
      MeterRegistry meters) {
    return new RecorderService(kafka, registry, topics, config, store, meters);
  }
}
