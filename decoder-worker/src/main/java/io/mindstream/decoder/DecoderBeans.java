package io.mindstream.decoder;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.decoding.BundleDecoderFactory;
import io.mindstream.decoder.decoding.DecoderFactory;
import io.mindstream.decoder.kafka.DecodeService;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The worker as beans. Making them loads and connects to nothing. */
@Factory
final class DecoderBeans {

  @Singleton
  DecoderFactory decoders(DecoderConfig config) {
    return new BundleDecoderFactory(config.bundle(), config.networkSettings());
  }

  @Singleton
  @Named(DecodeService.NAME)
  @Bean(preDestroy = "stop")
  DecodeService service(
      DecoderConfig config,
      DecoderFactory decoders,
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters) {
    return new DecodeService(config, decoders, kafka, registry, topics, meters);
  }
}
