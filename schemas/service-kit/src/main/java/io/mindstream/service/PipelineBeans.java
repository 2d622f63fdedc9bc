package io.mindstream.service;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every service needs, from properties:
 *
 * <ul>
 *   <li>{@code mindstream.kafka.bootstrap-servers}, default {@code localhost:9092}
 *   <li>{@code mindstream.kafka.properties.*}: any other property of Kafka clients
 *   <li>{@code mindstream.registry.url}, default {@code http://localhost:8081}
 *   <li>{@code mindstream.topics.partitions}: for topics that do not exist yet
 * </ul>
 */
@Factory
final class PipelineBeans {

  @Singleton
  KafkaSettings kafka(
      @Value("${mindstream.kafka.bootstrap-servers:`localhost:9092`}") String bootstrapServers,
      Environment environment) {
    Map<String, String> properties = new TreeMap<>();
    environment
        .getProperties("mindstream.kafka.properties", StringConvention.RAW)
        .forEach((name, value) -> properties.put(name, String.valueOf(value)));
    return new KafkaSettings(bootstrapServers, properties);
  }

  @Singleton
  SchemaRegistry registry(@Value("${mindstream.registry.url:`http://localhost:8081`}") String url) {
    return new SchemaRegistry(url);
  }

  @Singleton
  Topics topics(@Value("${mindstream.topics.partitions:4}") int partitions) {
    return Topics.withPartitions(partitions);
  }
}
