package io.mindstream.sink.system;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.api.SystemState.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks Kafka whether it is there, and how far the groups are. For one thread. */
final class KafkaProbe implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 3;

  private final KafkaSettings kafka;
  private final Map<String, String> groupsByTopic;
  private final Backlog backlog;
  private @Nullable Admin admin;

  /**
   * Connects with the first question.
   *
   * @param groupsByTopic which group handles a topic
   */
  KafkaProbe(KafkaSettings kafka, Map<String, String> groupsByTopic, Backlog backlog) {
    this.kafka = kafka;
    this.groupsByTopic = Map.copyOf(groupsByTopic);
    this.backlog = backlog;
  }

  Answer ask() {
    try {
      Admin ready = connected();
      String cluster = await(ready.describeCluster().clusterId());
      Map<String, Long> behind = new HashMap<>();
      for (Map.Entry<String, String> entry : groupsByTopic.entrySet()) {
        behind.put(entry.getKey(), backlog.behind(entry.getKey(), committed(entry.getValue())));
      }
      return new Answer(server(State.up, "answers, cluster " + cluster), behind);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return new Answer(
          server(
              State.down, "does not answer; start it, or set mindstream.kafka.bootstrap-servers"),
          Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unheard();
    }
  }

  Answer unheard() {
    return new Answer(server(State.waiting, "not asked yet"), Map.of());
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group)
      throws ExecutionException, TimeoutException, InterruptedException {
    return await(connected().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
  }

  private Admin connected() {
    Admin ready = admin;
    if (ready == null) {
      ready = Admin.create(new ClientProperties(kafka).admin());
      admin = ready;
    }
    return ready;
  }

  private SystemState.Server server(State state, String message) {
    return new SystemState.Server(state, message, kafka.bootstrapServers());
  }

  private static <T> T await(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** How Kafka is, and how many records of each topic are not handled; empty where not known. */
  record Answer(SystemState.Server kafka, Map<String, Long> behind) {

    /** Copies the map. */
    Answer {
      behind = Map.copyOf(behind);
    }
  }
}
