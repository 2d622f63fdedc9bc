package io.mindstream.service.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Kafka, properties {@code mindstream.kafka.*}.
 *
 * @param bootstrapServers HOST:PORT, several with commas
 * @param properties any further property of Kafka's clients, such as {@code security.protocol}
 */
@ConfigurationProperties("mindstream.kafka")
public record KafkaConfig(
    @Bindable(defaultValue = "localhost:9092") String bootstrapServers,
    @Nullable @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
        Map<String, String> properties) {

  /** The same, for who connects. */
  public KafkaSettings settings() {
    return new KafkaSettings(bootstrapServers, properties == null ? Map.of() : properties);
  }
}
