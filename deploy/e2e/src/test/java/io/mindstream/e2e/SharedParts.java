package io.mindstream.e2e;

import io.mindstream.standalone.embedded.EmbeddedKafka;
import io.mindstream.standalone.embedded.EmbeddedPart;
import io.mindstream.standalone.embedded.EmbeddedRegistry;
import io.mindstream.standalone.embedded.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * One broker and one schema registry for all tests of this JVM, since booting them takes longer
 * than most tests. They end with the JVM.
 */
final class SharedParts {

  private final EmbeddedKafka kafka;
  private final EmbeddedRegistry registry;

  private SharedParts(Path folder) throws IOException {
    kafka =
        EmbeddedKafka.start(
            Files.createDirectories(folder.resolve("kafka")), Port.anyFree("--kafka-port"));
    registry =
        EmbeddedRegistry.start(
            Files.createDirectories(folder.resolve("registry")),
            Port.anyFree("--registry-port"),
            folder.resolve("registry.log"));
    closeAtTheEnd(registry);
    closeAtTheEnd(kafka);
  }

  private static final class Holder {
    private static final SharedParts PARTS = start();

    private static SharedParts start() {
      try {
        return new SharedParts(
            Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "shared-parts"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Starts them at the first call. */
  static SharedParts get() {
    return Holder.PARTS;
  }

  /** The broker's bootstrap servers. */
  String kafka() {
    return kafka.address();
  }

  /** The registry's base URL. */
  String registry() {
    return registry.address();
  }

  /** Deletes every topic, and with them all offsets: the next test finds an empty broker. */
  void wipe() {
    try (Admin admin = Admin.create(properties())) {
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics cannot be deleted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> properties() {
    return Map.of("bootstrap.servers", kafka());
  }

  private static void closeAtTheEnd(EmbeddedPart part) {
    Runtime.getRuntime().addShutdownHook(new Thread(part::close, "close-shared-part"));
  }
}
