package io.mindstream.schemas.topic;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How safely a cluster keeps topics.
 *
 * @param factor copies of each partition; empty leaves it to the broker
 * @param minInsync copies that must have a record before it counts as written; empty leaves it to
 *     the broker
 */
public record Replication(OptionalInt factor, OptionalInt minInsync) {

  /** As the broker does. */
  public static final Replication OF_BROKER =
      new Replication(OptionalInt.empty(), OptionalInt.empty());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException where nothing could ever be written
   */
  public Replication {
    if (factor.orElse(1) < 1 || minInsync.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "the replication factor and min.insync.replicas must be 1 or more");
    }
    if (factor.isPresent() && minInsync.orElse(1) > factor.getAsInt()) {
      throw new IllegalArgumentException(
          "min.insync.replicas "
              + minInsync.getAsInt()
              + " is more than the replication factor "
              + factor.getAsInt()
              + "; nothing could be written");
    }
  }

  /** By numbers, where 0 leaves it to the broker. */
  public static Replication of(int factor, int minInsync) {
    return new Replication(orBrokers(factor), orBrokers(minInsync));
  }

  /** The topic settings that say so. */
  Map<String, String> configs() {
    return minInsync.isPresent()
        ? Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(minInsync.getAsInt()))
        : Map.of();
  }

  private static OptionalInt orBrokers(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
