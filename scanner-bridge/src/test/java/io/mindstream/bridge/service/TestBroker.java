package io.mindstream.bridge.service;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.kafka.MessageLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real one-node broker in this process, which can be stopped and started again. */
final class TestBroker {

  private final Properties properties = new Properties();
  private final String address;
  private KafkaRaftServer server;

  TestBroker(Path folder) throws IOException {
    address = "localhost:" + freePort();
    String controller = "localhost:" + freePort();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.bootstrap.servers", controller);
    properties.put("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("log.dirs", folder.resolve("log").toString());
    properties.put("message.max.bytes", String.valueOf(MessageLimits.MAX_REQUEST_BYTES));
    Path file = folder.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    String id = Uuid.randomUuid().toString();
    StorageTool.execute(
        new String[] {"format", "--standalone", "-t", id, "-c", file.toString()},
        new PrintStream(OutputStream.nullOutputStream()));
    start();
  }

  KafkaSettings settings() {
    return KafkaSettings.of(address);
  }

  void start() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
