package io.mindstream.preprocess;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessSettings;
import io.mindstream.preprocess.config.QualitySettings;
import io.mindstream.preprocess.kafka.PreprocessService;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The stream as beans. Making them connects to nothing. */
@Factory
final class PreprocessBeans {

  @Singleton
  PreprocessConfig config(PreprocessSettings settings, QualitySettings quality) {
    return settings.config(quality.limits());
  }

  @Singleton
  @Named(PreprocessService.NAME)
  @Bean(preDestroy = "stop")
  PreprocessService service(
      KafkaSettings kafka,
      Topics topics,
      SchemaRegistry registry,
      PreprocessConfig config,
      MeterRegistry meters) {
    return new PreprocessService(kafka, topics, registry, config, meters);
  }
}
