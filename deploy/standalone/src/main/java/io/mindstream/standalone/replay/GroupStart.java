package io.mindstream.standalone.replay;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.KafkaUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a consumer group begin at the present end of a topic, before its first member is there: what
 * lies before is not its work, and nothing that comes after is missed.
 */
record GroupStart(KafkaSettings kafka, String group, String topic) {

  private static final long SECONDS = 15;

  /**
   * Sets the group's offsets, unless it has some.
   *
   * @throws KafkaUnavailableException where Kafka does not answer
   */
  void atEnd() throws InterruptedException {
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      boolean known =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(SECONDS, TimeUnit.SECONDS)
              .keySet()
              .stream()
              .anyMatch(partition -> partition.topic().equals(topic));
      if (!known) {
        admin.alterConsumerGroupOffsets(group, ends(admin)).all().get(SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaUnavailableException(
          "Kafka at "
              + kafka.bootstrapServers()
              + " does not let the worker's group begin ("
              + e.getMessage()
              + "); start it, or give its address by --kafka",
          e);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> ends(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(SECONDS, TimeUnit.SECONDS)
            .values()
            .stream()
            .flatMap(description -> description.partitions().stream())
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    partition -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get(SECONDS, TimeUnit.SECONDS).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue().offset())));
  }
}
