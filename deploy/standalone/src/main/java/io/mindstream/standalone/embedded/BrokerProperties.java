package io.mindstream.standalone.embedded;

import io.mindstream.schemas.kafka.MessageLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone, small and quick to start. */
final class BrokerProperties {

  static final int NODE_ID = 1;
  static final String HOST = "localhost";
  static final String CONTROLLER = "CONTROLLER";

  /** One node holds every replica, so the defaults for three must come down. */
  private static final Map<String, String> ALONE =
      Map.of(
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "4",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1",
          "min.insync.replicas", "1",
          "group.initial.rebalance.delay.ms", "0");

  /** Threads and buffers of a laptop. A mistyped topic name must not become a topic. */
  private static final Map<String, String> SMALL =
      Map.of(
          "num.network.threads", "2",
          "num.io.threads", "4",
          "background.threads", "2",
          "num.recovery.threads.per.data.dir", "2",
          "log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024),
          "auto.create.topics.enable", "false");

  private static final Map<String, String> LIMITS =
      Map.of(
          "message.max.bytes", String.valueOf(MessageLimits.MAX_REQUEST_BYTES),
          "replica.fetch.max.bytes", String.valueOf(MessageLimits.MAX_REQUEST_BYTES));

  private BrokerProperties() {}

  static Properties of(Path folder, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(ALONE);
    properties.putAll(SMALL);
    properties.putAll(LIMITS);
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            String.valueOf(NODE_ID),
            "log.dirs",
            folder.toString(),
            "controller.listener.names",
            CONTROLLER,
            "controller.quorum.voters",
            NODE_ID + "@" + HOST + ":" + controllerPort,
            "listeners",
            "PLAINTEXT://%1$s:%2$d,%3$s://%1$s:%4$d"
                .formatted(HOST, port, CONTROLLER, controllerPort),
            "advertised.listeners",
            "PLAINTEXT://%s:%d".formatted(HOST, port),
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"));
    return properties;
  }
}
