package io.mindstream.schemas.topic;

import static java.util.Objects.requireNonNull;

import io.mindstream.schemas.kafka.KafkaSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Compares the topics of a cluster with the catalogue, and mends what can be mended. */
public final class TopicReview {

  private final KafkaSettings kafka;
  private final Replication replication;

  /** A review of one cluster. */
  public TopicReview(KafkaSettings kafka, Replication replication) {
    this.kafka = kafka;
    this.replication = replication;
  }

  /**
   * What differs: partitions, record limits, clean-up, replication. All topics must be there.
   *
   * @throws KafkaUnavailableException where Kafka does not answer in time
   */
  public List<TopicDifference> differences(Topics topics) {
    try (AdminCalls calls = new AdminCalls(kafka)) {
      List<String> names = topics.all().stream().map(topic -> topic.name()).toList();
      Map<String, TopicDescription> descriptions =
          calls.awaitKnown(() -> calls.admin().describeTopics(names).allTopicNames());
      Map<ConfigResource, Config> configs =
          calls.awaitKnown(
              () ->
                  calls
                      .admin()
                      .describeConfigs(names.stream().map(TopicReview::key).toList())
                      .all());
      List<TopicDifference> differences = new ArrayList<>();
      for (Topic<?> topic : topics.all()) {
        compare(topic, requireNonNull(descriptions.get(topic.name()))).forEach(differences::add);
        compare(topic, requireNonNull(configs.get(key(topic.name())))).forEach(differences::add);
      }
      return differences;
    }
  }

  /**
   * Mends what is {@link TopicDifference#mendable()}. More partitions send a key's new records
   * elsewhere than its old ones: only while no run is on its way.
   *
   * @throws KafkaUnavailableException where Kafka does not answer in time
   * @throws org.apache.kafka.common.KafkaException where Kafka refuses
   */
  public void mend(Collection<TopicDifference> differences) {
    Map<String, NewPartitions> partitions = new TreeMap<>();
    Map<ConfigResource, Collection<AlterConfigOp>> settings =
        differences.stream()
            .filter(difference -> difference.mendable() && !difference.lacksPartitions())
            .collect(
                Collectors.groupingBy(
                    difference -> key(difference.topic()),
                    Collectors.mapping(TopicReview::set, Collectors.toCollection(ArrayList::new))));
    differences.stream()
        .filter(TopicDifference::lacksPartitions)
        .forEach(
            difference ->
                partitions.put(
                    difference.topic(),
                    NewPartitions.increaseTo(Integer.parseInt(difference.expected()))));
    try (AdminCalls calls = new AdminCalls(kafka)) {
      calls.await(calls.admin().createPartitions(partitions).all());
      calls.await(calls.admin().incrementalAlterConfigs(settings).all());
    }
  }

  private List<TopicDifference> compare(Topic<?> topic, TopicDescription actual) {
    List<TopicDifference> differences = new ArrayList<>();
    int partitions = actual.partitions().size();
    if (partitions != topic.partitions()) {
      Optional<String> byHand =
          partitions < topic.partitions()
              ? Optional.empty()
              : Optional.of(
                  "Kafka takes no partition away: ask for "
                      + partitions
                      + ", or delete the topic and create it anew");
      differences.add(
          difference(
              topic,
              TopicDifference.PARTITIONS,
              partitions,
              String.valueOf(topic.partitions()),
              byHand));
    }
    int copies =
        actual.partitions().stream().mapToInt(one -> one.replicas().size()).min().orElse(0);
    if (copies != replication.factor().orElse(copies)) {
      differences.add(
          difference(
              topic,
              TopicDifference.REPLICATION,
              copies,
              String.valueOf(replication.factor().getAsInt()),
              Optional.of("move its partitions with kafka-reassign-partitions.sh")));
    }
    return differences;
  }

  private List<TopicDifference> compare(Topic<?> topic, Config actual) {
    Map<String, String> expected = new TreeMap<>(topic.configs());
    expected.putAll(replication.configs());
    List<TopicDifference> differences = new ArrayList<>();
    expected.forEach(
        (setting, value) -> {
          String is = actual.get(setting).value();
          if (!value.equals(is)) {
            differences.add(difference(topic, setting, is, value, Optional.empty()));
          }
        });
    return differences;
  }

  private static TopicDifference difference(
      Topic<?> topic, String setting, Object actual, String expected, Optional<String> byHand) {
    return new TopicDifference(topic.name(), setting, String.valueOf(actual), expected, byHand);
  }

  private static ConfigResource key(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static AlterConfigOp set(TopicDifference difference) {
    return new AlterConfigOp(
        new ConfigEntry(difference.setting(), difference.expected()), AlterConfigOp.OpType.SET);
  }
}
