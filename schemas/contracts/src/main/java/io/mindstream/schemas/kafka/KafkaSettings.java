package io.mindstream.schemas.kafka;

import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port list, as Kafka's {@code bootstrap.servers}
 * @param properties further client properties (security, for example), given to every client; they
 *     win over our own
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties) {

  /** Checks that there is an address. */
  public KafkaSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException(
          "Kafka's address is empty; set mindstream.kafka.bootstrap-servers=host:port");
    }
    properties = Map.copyOf(properties);
  }

  /** Settings with an address only. */
  public static KafkaSettings of(String bootstrapServers) {
    return new KafkaSettings(bootstrapServers, Map.of());
  }
}
