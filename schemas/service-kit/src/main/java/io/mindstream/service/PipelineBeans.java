package io.mindstream.service;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.RegistrySettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Replication;
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
 *   <li>{@code mindstream.registry.user} and {@code .password}, where the registry asks for them
 *   <li>{@code mindstream.registry.properties.*}: any other property of Confluent's registry
 *       client, such as {@code ssl.truststore.location}
 *   <li>{@code mindstream.topics.partitions}, {@code .replication-factor} and {@code
 *       .min-insync-replicas}: for topics that do not exist yet; 0 leaves it to the broker
 * </ul>
 */
@Factory
final class PipelineBeans {

  @Singleton
  KafkaSettings kafka(
      @Value("${mindstream.kafka.bootstrap-servers:`localhost:9092`}") String bootstrapServers,
      Environment environment) {
    return new KafkaSettings(bootstrapServers, all(environment, "mindstream.kafka.properties"));
  }

  @Singleton
  SchemaRegistry registry(
      @Value("${mindstream.registry.url:`http://localhost:8081`}") String url,
      @Value("${mindstream.registry.user:}") String user,
      @Value("${mindstream.registry.password:}") String password,
      Environment environment) {
    RegistrySettings settings =
        new RegistrySettings(url, all(environment, "mindstream.registry.properties"));
    return new SchemaRegistry(settings.withCredentials(user, password));
  }

  @Singleton
  Replication replication(
      @Value("${mindstream.topics.replication-factor:0}") int factor,
      @Value("${mindstream.topics.min-insync-replicas:0}") int minInsync) {
    return Replication.of(factor, minInsync);
  }

  @Singleton
  Topics topics(@Value("${mindstream.topics.partitions:4}") int partitions) {
    return Topics.withPartitions(partitions);
  }

  private static Map<String, String> all(Environment environment, String prefix) {
    Map<String, String> properties = new TreeMap<>();
    environment
        .getProperties(prefix, StringConvention.RAW)
        .forEach((name, value) -> properties.put(name, String.valueOf(value)));
    return properties;
  }
}
