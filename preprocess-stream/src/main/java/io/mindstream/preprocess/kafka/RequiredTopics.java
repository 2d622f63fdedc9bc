package io.mindstream.preprocess.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;

/** Looks, before the stream starts, whether the topics are there and fit together. */
final class RequiredTopics {

  /** What to do where a topic is missing. */
  static final String REMEDY =
      "run the admin step first, which creates every topic (io.mindstream.schemas.topic.TopicAdmin;"
          + " ./mindstream demo does it by itself)";

  private static final String TIMEOUT_MS = "15000";

  private RequiredTopics() {}

  /**
   * Checks the topics.
   *
   * @throws IllegalStateException where topics are missing, or where the scanner topics are not
   *     co-partitioned
   * @throws StreamStartException where Kafka does not answer
   */
  static void require(KafkaSettings kafka, Topics topics) {
    Properties properties = new ClientProperties(kafka).admin();
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    try (Admin admin = Admin.create(properties)) {
      requirePresent(admin.listTopics().names().get(), topics);
      requireCoPartitioned(
          admin.describeTopics(names(scannerTopics(topics))).allTopicNames().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamStartException("interrupted while the topics were checked", e);
    } catch (ExecutionException e) {
      throw new StreamStartException(
          "Kafka at "
              + kafka.bootstrapServers()
              + " did not answer; start it, or set mindstream.kafka.bootstrap-servers ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static void requirePresent(Set<String> present, Topics topics) {
    Set<String> missing =
        new HashSet<>(
            names(
                Stream.concat(
                    scannerTopics(topics),
                    Stream.of(topics.rois(), topics.voxelVectors(), topics.deadLetters()))));
    missing.removeAll(present);
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Kafka lacks the topics " + String.join(", ", missing) + "; " + REMEDY);
    }
  }

  private static void requireCoPartitioned(Map<String, TopicDescription> descriptions) {
    Map<String, Integer> partitions = new TreeMap<>();
    descriptions.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    if (new HashSet<>(partitions.values()).size() > 1) {
      throw new IllegalStateException(
          "the scanner topics must have the same number of partitions, so that a run's records"
              + " meet; they have "
              + partitions
              + "; create them anew");
    }
  }

  private static Stream<Topic<?>> scannerTopics(Topics topics) {
    return Arrays.stream(new Topic<?>[] {topics.runs(), topics.volumes(), topics.events()});
  }

  private static List<String> names(Stream<Topic<?>> topics) {
    return topics.map(Topic::name).toList();
  }
}
