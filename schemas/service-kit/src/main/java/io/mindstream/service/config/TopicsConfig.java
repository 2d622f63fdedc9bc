package io.mindstream.service.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.Topics;

/**
 * How topics are made that are not there yet, properties {@code mindstream.topics.*}.
 *
 * @param partitions of each data topic
 * @param replicationFactor copies of each partition; 0 leaves it to the broker
 * @param minInsyncReplicas copies that must have a record before it is written; 0 leaves it to the
 *     broker
 */
@ConfigurationProperties("mindstream.topics")
public record TopicsConfig(
    @Bindable(defaultValue = "" + Topics.DEFAULT_PARTITIONS) int partitions,
    @Bindable(defaultValue = "0") int replicationFactor,
    @Bindable(defaultValue = "0") int minInsyncReplicas) {

  /** The catalogue with so many partitions. */
  public Topics topics() {
    return Topics.withPartitions(partitions);
  }

  /** How safely they are kept. */
  public Replication replication() {
    return Replication.of(replicationFactor, minInsyncReplicas);
  }
}
