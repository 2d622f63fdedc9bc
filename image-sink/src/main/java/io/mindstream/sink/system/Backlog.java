package io.mindstream.sink.system;

import io.mindstream.sink.dashboard.FeedListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records a group has not handled yet. The distance between its offset and a topic's end
 * does not tell: transactions take offsets of their own. So the records that came are remembered
 * until the group is past them. May be used by several threads.
 */
public final class Backlog implements FeedListener {

  private static final int KEPT = 100_000;

  private final Set<String> topics;
  private final Map<TopicPartition, TreeSet<Long>> waiting = new HashMap<>();

  /** The backlog of these topics, by name. */
  public Backlog(Set<String> topics) {
    this.topics = Set.copyOf(topics);
  }

  @Override
  public synchronized void record(String topic, int partition, long offset) {
    if (topics.contains(topic)) {
      TreeSet<Long> offsets =
          waiting.computeIfAbsent(new TopicPartition(topic, partition), any -> new TreeSet<>());
      offsets.add(offset);
      if (offsets.size() > KEPT) {
        offsets.pollFirst();
      }
    }
  }

  /**
   * The records of a topic that are not handled.
   *
   * @param committed where the group that handles it goes on
   */
  synchronized long behind(String topic, Map<TopicPartition, OffsetAndMetadata> committed) {
    long count = 0;
    for (Map.Entry<TopicPartition, TreeSet<Long>> entry : waiting.entrySet()) {
      if (entry.getKey().topic().equals(topic)) {
        OffsetAndMetadata at = committed.get(entry.getKey());
        if (at != null) {
          entry.getValue().headSet(at.offset(), false).clear();
        }
        count += entry.getValue().size();
      }
    }
    return count;
  }
}
