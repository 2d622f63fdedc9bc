package io.mindstream.sink.recorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives all partitions to one member of the group: a run's records lie in many, and its index has
 * one writer. The others stand by.
 */
public final class SoleReader extends AbstractPartitionAssignor {

  /** Made by Kafka's consumer, by the class's name. */
  public SoleReader() {}

  @Override
  public String name() {
    return "sole-reader";
  }

  @Override
  public Map<String, List<TopicPartition>> assign(
      Map<String, Integer> partitions, Map<String, Subscription> members) {
    String sole = members.keySet().stream().min(Comparator.naturalOrder()).orElse("");
    List<TopicPartition> all = new ArrayList<>();
    partitions.forEach((topic, count) -> all.addAll(partitions(topic, count)));
    Map<String, List<TopicPartition>> assigned = new HashMap<>();
    for (String member : members.keySet()) {
      assigned.put(member, member.equals(sole) ? all : new ArrayList<>());
    }
    return assigned;
  }
}
