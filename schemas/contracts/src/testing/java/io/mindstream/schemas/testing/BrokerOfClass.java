package io.mindstream.schemas.testing;

import io.mindstream.schemas.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One broker for all tests of a class, which has it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();
 * }</pre>
 */
public final class BrokerOfClass implements BeforeAllCallback, AfterAllCallback {

  private Path folder;
  private KafkaBroker broker;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("broker");
    broker = KafkaBroker.startIn(folder);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    broker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** How to reach it. */
  public KafkaSettings settings() {
    return broker.settings();
  }

  /** Starts it again after a stop. */
  public void start() {
    broker.start();
  }

  /** Stops it; its data stay. */
  public void stop() {
    broker.stop();
  }
}
