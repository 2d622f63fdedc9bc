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
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, before the stream starts, until the topics are there, and looks whether they fit together.
 * Used once; a close from another thread ends the wait at once.
 */
final class RequiredTopics implements StreamStage {

  /** What to do where a topic is missing. */
  static final String REMEDY = "'mindstream topics' makes them";

  private static final Logger LOG = LoggerFactory.getLogger(RequiredTopics.class);
  private static final String TIMEOUT_MS = "15000";
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final String bootstrapServers;
  private final Topics topics;
  private final String applicationId;
  private final Admin admin;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String waitsFor;
  private boolean outgrown;

  RequiredTopics(KafkaSettings kafka, Topics topics, String applicationId) {
    Properties properties = new ClientProperties(kafka).admin();
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    this.bootstrapServers = kafka.bootstrapServers();
    this.topics = topics;
    this.applicationId = applicationId;
    this.admin = Admin.create(properties);
    this.waitsFor = "asking Kafka at " + bootstrapServers + " for its topics";
  }

  /**
   * Waits for Kafka and the topics, and checks them.
   *
   * @return false where this was closed before all were there
   * @throws IllegalStateException where the scanner topics are not co-partitioned
   * @throws StreamStartException where Kafka refuses to say
   */
  boolean check() {
    try {
      Optional<String> lacking = lacking();
      while (lacking.isPresent()) {
        show(lacking.get());
        if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
        lacking = lacking();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamStartException("interrupted while the topics were checked", e);
    }
  }

  /** True where the state of before fits the topics no more, and what lies here must go as well. */
  boolean outgrown() {
    return outgrown;
  }

  @Override
  public ServiceHealth health() {
    return new ServiceHealth.Waiting(waitsFor);
  }

  /** What is asked fails at once. */
  @Override
  public void close() {
    closed.countDown();
    admin.close(Duration.ZERO);
  }

  /** What must be done first; empty where all are there and fit together. */
  private Optional<String> lacking() throws InterruptedException {
    try {
      Set<String> present = admin.listTopics().names().get();
      Set<String> missing = missing(present);
      if (!missing.isEmpty()) {
        return Optional.of("Kafka lacks the topics " + String.join(", ", missing) + "; " + REMEDY);
      }
      int partitions =
          coPartitioned(admin.describeTopics(names(scannerTopics())).allTopicNames().get());
      if (!OutgrownState.delete(admin, present, applicationId, partitions)) {
        return Optional.empty();
      }
      outgrown = true;
      return Optional.of("Kafka deletes the state of " + applicationId);
    } catch (ExecutionException e) {
      if (closed.getCount() == 0) {
        return Optional.of(waitsFor); // It was a stop that ended the question.
      }
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.of("Kafka at " + bootstrapServers + " makes or deletes topics");
      }
      String silent =
          "Kafka at %s did not answer; start it, or set mindstream.kafka.bootstrap-servers (%s)"
              .formatted(bootstrapServers, e.getMessage());
      if (e.getCause() instanceof RetriableException) {
        return Optional.of(silent);
      }
      throw new StreamStartException(silent, e);
    }
  }

  /** Once each, since it is asked again and again. */
  private void show(String lacking) {
    if (!lacking.equals(waitsFor)) {
      LOG.warn("{} waits: {}", PreprocessService.NAME, lacking);
    }
    waitsFor = lacking;
  }

  private Set<String> missing(Set<String> present) {
    Stream<Topic<?>> others =
        Stream.of(topics.rois(), topics.voxelVectors(), topics.quality(), topics.deadLetters());
    Set<String> missing = new TreeSet<>(names(Stream.concat(scannerTopics(), others)));
    missing.removeAll(present);
    return missing;
  }

  /** How many partitions each has. */
  private static int coPartitioned(Map<String, TopicDescription> descriptions) {
    Map<String, Integer> partitions = new TreeMap<>();
    descriptions.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    if (new HashSet<>(partitions.values()).size() > 1) {
      throw new IllegalStateException(
          "the scanner topics must have the same number of partitions, so that a run's records"
              + " meet; they have "
              + partitions
              + "; 'mindstream topics --fix' gives them as many");
    }
    return partitions.values().iterator().next();
  }

  private Stream<Topic<?>> scannerTopics() {
    return Arrays.stream(new Topic<?>[] {topics.runs(), topics.volumes(), topics.events()});
  }

  private static List<String> names(Stream<Topic<?>> topics) {
    return topics.map(Topic::name).toList();
  }
}
