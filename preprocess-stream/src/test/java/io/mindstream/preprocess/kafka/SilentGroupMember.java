package io.mindstream.preprocess.kafka;

import static org.awaitility.Awaitility.await;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A member of the stream's group that joined and then does not poll: whoever joins after it waits
 * for minutes, as behind a member that hangs.
 */
public final class SilentGroupMember implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String group;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;

  /** Joins. */
  public SilentGroupMember(KafkaSettings kafka, String group, String topic) {
    this.group = group;
    Properties properties = new ClientProperties(kafka).consumer("silent", group);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, StreamLikeAssignor.class.getName());
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.admin = Admin.create(new ClientProperties(kafka).admin());
    consumer.subscribe(List.of(topic));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100));
              return !consumer.assignment().isEmpty();
            });
  }

  /** Waits until another member joins the group, which can't come to an end. */
  public void awaitAnotherThatJoins() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin.describeConsumerGroups(Set.of(group)).all().get().get(group).groupState()
                    == GroupState.PREPARING_REBALANCE);
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }

  /** Calls itself as Kafka Streams' assignor does, without which nobody is let into its group. */
  public static final class StreamLikeAssignor extends RangeAssignor {
    @Override
    public String name() {
      return "stream";
    }
  }
}
