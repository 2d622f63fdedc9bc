package io.mindstream.bridge.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where any source is played to. */
final class TargetOptions {

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "The model to ask the decoder for, by its id (default: its own); with replay --run also a"
              + " bundle's folder.")
  private @Nullable String model;

  @Option(
      names = "--roi",
      paramLabel = "ID",
      description =
          "The region to decode, by the id that mindstream roi publish gave it (default: the source's"
              + " own, by mask or threshold).")
  private @Nullable String roi;

  /** A bridge with the spool for live feeds. */
  BridgeService bridge(SpoolSettings spool) {
    return new BridgeService(
        connection.kafka(),
        connection.registry(),
        Topics.standard(),
        new SimpleMeterRegistry(),
        spool);
  }

  /** Kafka and the registry. */
  ConnectionOptions connection() {
    return connection;
  }

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  Optional<String> roi() {
    return Optional.ofNullable(roi);
  }
}
