package io.mindstream.bridge.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.DisabledBeanException;
import io.mindstream.bridge.push.RunDesks;
import io.mindstream.bridge.scanner.ScannerLane;
import io.mindstream.bridge.scanner.ScannerNotes;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.StoreProperties;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the bridge; who holds the context starts it. */
@Factory
final class BridgeBeans {

  /** Of a bridge in a process of its own; beside a sink the sink's is used. */
  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = StoreProperties.ENDPOINT)
  @Requires(missingBeans = ObjectStore.class)
  ObjectStore recordings(Environment environment) {
    return new S3ObjectStore(
        StoreProperties.read(name -> environment.getProperty(name, String.class)).orElseThrow());
  }

  @Singleton
  RunDesks runDesks(ScannerConfig scanner) {
    List<String> subjects = scanner.lanes().stream().map(ScannerLane::subject).toList();
    return subjects.isEmpty() ? RunDesks.one() : RunDesks.of(subjects);
  }

  @Singleton
  ScannerNotes scannerNotes() {
    return new ScannerNotes();
  }

  /** Where scanners are named; a single one is {@link ConfiguredPlayback}'s. */
  @Singleton
  @Named(SeveralScanners.NAME)
  @Bean(preDestroy = "stop")
  SeveralScanners severalScanners(
      BridgeService bridge,
      BridgeConfig config,
      ScannerConfig scanner,
      RunDesks desks,
      ScannerNotes notes) {
    if (scanner.lanes().isEmpty()) {
      throw new DisabledBeanException("no scanners are named");
    }
    return new SeveralScanners(bridge, config, scanner, desks, notes);
  }

  @Singleton
  @Bean(preDestroy = "close")
  BridgeService bridge(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters,
      BridgeConfig config) {
    return new BridgeService(kafka, registry, topics, meters, config.spoolSettings());
  }
}
