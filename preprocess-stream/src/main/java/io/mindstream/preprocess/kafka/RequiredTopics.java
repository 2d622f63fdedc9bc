package io.mindstream.preprocess.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
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

/**
 * Looks, before the stream starts, whether the topics are there and fit together. Used once; a
 * close from another thread ends the look at once.
 */
final class RequiredTopics implements StreamStage {

  /** What to do where a topic is missing. */
  static final String REMEDY =
      "run the admin step first, which creates every topic (io.mindstream.schemas.topic.TopicAdmin;"
          + " ./mindstream demo does it by itself)";

  private static final String TIMEOUT_MS = "15000";

  private final String bootstrapServers;
  private final Topics topics;
  private final Admin admin;
  private volatile boolean closed;

  RequiredTopics(KafkaSettings kafka, Topics topics) {
    Properties properties = new ClientProperties(kafka).admin();
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    this.bootstrapServers = kafka.bootstrapServers();
    this.topics = topics;
    this.admin = Admin.create(properties);
  }

  /**
   * Checks the topics.
   *
   * @return false where this was closed before it knew
   * @throws IllegalStateException where topics are missing, or where the scanner topics are not
   *     co-partitioned
   * @throws StreamStartException where Kafka does not answer
   */
  boolean check() {
    try {
      requirePresent(admin.listTopics().names().get());
      requireCoPartitioned(admin.describeTopics(names(scannerTopics())).allTopicNames().get());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamStartException("interrupted while the topics were checked", e);
    } catch (ExecutionException e) {
      if (closed) {
        return false;
      }
      throw new StreamStartException(
          "Kafka at "
              + bootstrapServers
              + " did not answer; start it, or set mindstream.kafka.bootstrap-servers ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  @Override
  public ServiceHealth health() {
    return new ServiceHealth.Waiting("asking Kafka at " + bootstrapServers + " for its topics");
  }

  /** What is asked fails at once. */
  @Override
  public void close() {
    closed = true;
    admin.close(Duration.ZERO);
  }

  private void requirePresent(Set<String> present) {
    Stream<Topic<?>> others = Stream.of(topics.rois(), topics.voxelVectors(), topics.deadLetters());
    Set<String> missing = new HashSet<>(names(Stream.concat(scannerTopics(), others)));
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

  private Stream<Topic<?>> scannerTopics() {
    return Arrays.stream(new Topic<?>[] {topics.runs(), topics.volumes(), topics.events()});
  }

  private static List<String> names(Stream<Topic<?>> topics) {
    return topics.map(Topic::name).toList();
  }
}
