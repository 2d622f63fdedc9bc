package io.mindstream.standalone.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker in this JVM: one KRaft node, broker and controller at once, reachable from
 * this machine only.
 */
public final class EmbeddedKafka implements EmbeddedPart {

  private final KafkaRaftServer server;
  private final String address;

  private EmbeddedKafka(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a broker; formats the folder where it is new.
   *
   * @param folder keeps topics and offsets
   * @param port where clients connect; the controller takes any free one
   * @throws EmbeddedPartException where the port is taken or the folder cannot be used
   */
  public static EmbeddedKafka start(Path folder, Port port) {
    port.requireFree();
    Properties properties =
        BrokerProperties.of(folder, port.number(), Port.anyFree("controller").number());
    try {
      formatIfNew(folder);
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server, BrokerProperties.HOST + ":" + port.number());
    } catch (Exception e) {
      throw new EmbeddedPartException(
          "the Kafka broker in "
              + folder
              + " did not start: "
              + e.getMessage()
              + "; use another --data folder, or a running broker by --kafka host:port",
          e);
    }
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void formatIfNew(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(folder);
    try (PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setNodeId(BrokerProperties.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .setDirectories(List.of(folder.toString()))
          .run();
    }
  }
}
