package io.mindstream.schemas.topic;

import java.util.Optional;

/**
 * Something that a topic of a cluster has otherwise than the catalogue.
 *
 * @param topic the topic's name
 * @param setting what differs: {@link #PARTITIONS}, {@link #REPLICATION}, or a topic setting of
 *     Kafka
 * @param actual how it is
 * @param expected how it should be
 * @param byHand what a person must do; empty where {@link TopicReview#mend} can
 */
public record TopicDifference(
    String topic, String setting, String actual, String expected, Optional<String> byHand) {

  /** The number of partitions. */
  public static final String PARTITIONS = "partitions";

  /** The copies of each partition. */
  public static final String REPLICATION = "replication";

  /** True where {@link TopicReview#mend} can mend it. */
  public boolean mendable() {
    return byHand.isEmpty();
  }

  /** True where the topic lacks partitions, which {@link TopicReview#mend} adds. */
  public boolean lacksPartitions() {
    return mendable() && setting.equals(PARTITIONS);
  }
}
