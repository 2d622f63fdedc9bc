package io.mindstream.service.cli;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.RegistrySettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which Kafka and which schema registry a command speaks to; the same options for all commands. */
public final class ConnectionOptions {

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka's bootstrap servers (default: ${DEFAULT-VALUE}).")
  private String kafka = "";

  @Option(
      names = "--registry",
      paramLabel = "URL",
      defaultValue = "http://localhost:8081",
      description = "Schema registry with Confluent's REST API (default: ${DEFAULT-VALUE}).")
  private String registry = "";

  @Option(
      names = "--kafka-property",
      paramLabel = "NAME=VALUE",
      description = "Any property of Kafka clients, for example security.protocol=SSL.")
  private Map<String, String> properties = new HashMap<>();

  @Option(
      names = "--registry-property",
      paramLabel = "NAME=VALUE",
      description =
          "Any property of Confluent's registry client, for example"
              + " basic.auth.user.info=USER:PASSWORD or ssl.truststore.location=FILE.")
  private Map<String, String> registryProperties = new HashMap<>();

  /** How to reach Kafka. */
  public KafkaSettings kafka() {
    return new KafkaSettings(kafka, properties);
  }

  /** The schema registry. */
  public SchemaRegistry registry() {
    return new SchemaRegistry(new RegistrySettings(registry, registryProperties));
  }
}
