package io.mindstream.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where a {@link TopicFollower} begins. */
@FunctionalInterface
public interface FollowFrom {

  /**
   * The offset to begin at, for each partition.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka does not tell
   */
  Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions);

  /** At the present end. */
  static FollowFrom now() {
    return (consumer, partitions) -> consumer.endOffsets(partitions, ASK);
  }

  /**
   * At a moment that has passed.
   *
   * @param moment by the records' timestamps
   * @param fromNow topics that begin at their present end all the same
   */
  static FollowFrom since(Instant moment, Set<String> fromNow) {
    return (consumer, partitions) -> {
      Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions, ASK));
      Map<TopicPartition, Long> times =
          partitions.stream()
              .filter(partition -> !fromNow.contains(partition.topic()))
              .collect(Collectors.toMap(partition -> partition, any -> moment.toEpochMilli()));
      consumer
          .offsetsForTimes(times, ASK)
          .forEach(
              (partition, found) -> {
                if (found != null) {
                  offsets.put(partition, found.offset());
                }
              });
      return offsets;
    };
  }

  /** How long Kafka may take to tell. */
  Duration ASK = Duration.ofSeconds(5);
}
