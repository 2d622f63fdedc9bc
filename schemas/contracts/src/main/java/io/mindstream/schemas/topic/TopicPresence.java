package io.mindstream.schemas.topic;

import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a service asks before it begins: is the whole catalogue there? No service makes topics; a
 * producer that sent to a missing one would have the broker make it, with settings that fit
 * nothing.
 */
public final class TopicPresence {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private TopicPresence() {}

  /**
   * Returns where every topic is there. What it throws passes by itself once the topics are made:
   * worth another try.
   *
   * @throws UnknownTopicOrPartitionException naming the topics that are missing, and what makes
   *     them
   * @throws KafkaUnavailableException where Kafka does not answer
   */
  public static void require(KafkaSettings kafka, Topics topics) {
    Set<String> present = present(kafka);
    List<String> missing = new ArrayList<>();
    for (Topic<?> topic : topics.all()) {
      if (!present.contains(topic.name())) {
        missing.add(topic.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "Kafka at %s lacks the topics %s; 'mindstream topics --kafka %1$s' makes them"
              .formatted(kafka.bootstrapServers(), String.join(", ", missing)));
    }
  }

  private static Set<String> present(KafkaSettings kafka) {
    ListTopicsOptions patience = new ListTopicsOptions().timeoutMs((int) TIMEOUT.toMillis());
    try (AdminCalls calls = new AdminCalls(kafka)) {
      return calls.await(calls.admin().listTopics(patience).names());
    }
  }
}
