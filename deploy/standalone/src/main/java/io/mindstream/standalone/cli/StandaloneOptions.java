package io.mindstream.standalone.cli;

import io.mindstream.standalone.pipeline.ExternalServers;
import io.mindstream.standalone.pipeline.Ports;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that runs the pipeline here: data folder, ports, parts elsewhere. */
final class StandaloneOptions {

  private static final int DASHBOARD = 8080;
  private static final int KAFKA = 9092;
  private static final int REGISTRY = 8081;
  private static final int S3 = 9000;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep topics, schemas, images and logs here (default: ~/.local/share/mindstream; with"
              + " demo --once a temporary folder).")
  private @Nullable Path data;

  @Option(
      names = "--ports",
      paramLabel = "auto",
      description = "auto: take any free ports, so that several run side by side.")
  private @Nullable PortChoice ports;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Dashboard (default: " + DASHBOARD + ").")
  private @Nullable Integer dashboardPort;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      description = "Broker (default: " + KAFKA + ").")
  private @Nullable Integer kafkaPort;

  @Option(
      names = "--registry-port",
      paramLabel = "N",
      description = "Schema registry (default: " + REGISTRY + ").")
  private @Nullable Integer registryPort;

  @Option(names = "--s3-port", paramLabel = "N", description = "S3 server (default: " + S3 + ").")
  private @Nullable Integer s3Port;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Use this Kafka instead of an embedded one.")
  private @Nullable String kafka;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Use this schema registry (Confluent's REST API) instead of an embedded one.")
  private @Nullable String registry;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      description =
          "Use this S3-compatible server instead of an embedded one; credentials from"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")
  private @Nullable String s3Endpoint;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Any other setting of a service, for example mindstream.decoder.threads=1.")
  private Map<String, String> properties = new HashMap<>();

  @SuppressWarnings("unused") // FailureMessage finds it among the arguments.
  @Option(names = FailureMessage.VERBOSE, description = "Show the stack of a failure.")
  private boolean verbose;

  enum PortChoice {
    AUTO
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** True where the topics are somebody's own. */
  boolean kafkaElsewhere() {
    return kafka != null;
  }

  /** True where runs may have been played before: a data folder in use, or somebody's Kafka. */
  boolean mayHoldRuns(Path folder) {
    return kafkaElsewhere() || Files.exists(folder.resolve("kafka"));
  }

  StandaloneSettings settings(Path folder) {
    ExternalServers external =
        new ExternalServers(
            Optional.ofNullable(kafka),
            Optional.ofNullable(registry),
            Optional.ofNullable(s3Endpoint));
    return new StandaloneSettings(folder, ports(), external, Map.copyOf(properties));
  }

  private Ports ports() {
    Ports base =
        ports == PortChoice.AUTO ? Ports.anyFree() : Ports.of(DASHBOARD, KAFKA, REGISTRY, S3);
    return Ports.of(
        Optional.ofNullable(dashboardPort).orElse(base.dashboard().number()),
        Optional.ofNullable(kafkaPort).orElse(base.kafka().number()),
        Optional.ofNullable(registryPort).orElse(base.registry().number()),
        Optional.ofNullable(s3Port).orElse(base.s3().number()));
  }
}
