package io.mindstream.schemas.testing;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.kafka.MessageLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process: one node, KRaft, on free ports of this machine. Its address
 * and data survive {@link #stop} and {@link #start}.
 */
public final class KafkaBroker implements AutoCloseable {

  /** Members of a group hear at once that another one came. */
  private static final Map<String, String> QUICK = Map.of("heartbeat.interval.ms", "200");

  private static final Map<String, String> OURS =
      Map.of(
          "auto.create.topics.enable",
          "false",
          "message.max.bytes",
          String.valueOf(MessageLimits.MAX_REQUEST_BYTES));

  private final Properties properties;
  private final int port;
  private KafkaRaftServer server;

  private KafkaBroker(Properties properties, int port) {
    this.properties = properties;
    this.port = port;
  }

  /** Formats a folder and starts a broker on it, with the limits that the pipeline asks for. */
  public static KafkaBroker startIn(Path folder) {
    return startIn(folder, OURS);
  }

  /**
   * Formats a folder and starts a broker on it that has Kafka's own defaults: it makes a topic that
   * somebody asks for, and takes records of 1 MiB in a topic that does not say otherwise.
   */
  public static KafkaBroker stockIn(Path folder) {
    return startIn(folder, Map.of());
  }

  private static KafkaBroker startIn(Path folder, Map<String, String> more) {
    int port = freePort();
    Properties properties = properties(folder, port, freePort());
    properties.putAll(more);
    KafkaBroker broker = new KafkaBroker(properties, port);
    broker.format(folder);
    broker.start();
    return broker;
  }

  /** How to reach it. */
  public KafkaSettings settings() {
    return new KafkaSettings("localhost:" + port, QUICK);
  }

  /** Starts it again after a stop. */
  public void start() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
  }

  /** Stops it; its data stay. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  @Override
  public void close() {
    stop();
  }

  private void format(Path folder) {
    Path file = folder.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
    };
    int code = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (code != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Properties properties(Path folder, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.bootstrap.servers", "localhost:" + controllerPort);
    p.put(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("log.dirs", folder.resolve("log").toString());
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    return p;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
