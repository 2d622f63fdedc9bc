package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.ScannerTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read too early, because the topics of a run interleave: they wait, whole, first
 * in first out for each run and topic. It is empty nearly all of the time.
 */
public final class HeldStore {

  private final KeyValueStore<Bytes, ScannerRecord> held; // run, topic, offset
  private final int limit;
  private @Nullable HeldCounts known;

  HeldStore(KeyValueStore<Bytes, ScannerRecord> held, int limit) {
    this.held = held;
    this.limit = limit;
  }

  /** The first record that waits, or null. */
  public @Nullable ScannerRecord first(String runId, ScannerTopic topic) {
    if (!waits(runId, topic)) {
      return null;
    }
    try (KeyValueIterator<Bytes, ScannerRecord> range = range(runId, topic)) {
      return range.hasNext() ? range.next().value : null;
    }
  }

  /** True where a record waits. */
  public boolean waits(String runId, ScannerTopic topic) {
    return counts().of(runId, topic) > 0;
  }

  /** Lets a record wait; false where too many do already. */
  public boolean hold(String runId, ScannerTopic topic, ScannerRecord record) {
    if (counts().of(runId, topic) >= limit) {
      return false;
    }
    counts().add(runId, topic);
    held.put(StoreKeys.of(runId, topic.code(), record.origin().offset()), record);
    return true;
  }

  /** Takes a record out. */
  public void remove(String runId, ScannerTopic topic, ScannerRecord record) {
    counts().remove(runId, topic);
    held.delete(StoreKeys.of(runId, topic.code(), record.origin().offset()));
  }

  /** Every run that has a record waiting. */
  public Set<String> runs() {
    return counts().runs();
  }

  /** Takes out the records of a run that wait since a time, wall clock in ms, or longer. */
  public List<ScannerRecord> takeReadUntil(String runId, long readAt) {
    List<ScannerRecord> taken = new ArrayList<>();
    for (ScannerTopic topic : ScannerTopic.values()) {
      ScannerRecord first = first(runId, topic);
      while (first != null && first.readAt() <= readAt) {
        remove(runId, topic, first);
        taken.add(first);
        first = first(runId, topic);
      }
    }
    return taken;
  }

  /**
   * What waits since an earlier life of the service is counted once, when it is first asked for.
   */
  private HeldCounts counts() {
    @Nullable HeldCounts counted = known;
    if (counted == null) {
      counted = new HeldCounts();
      try (KeyValueIterator<Bytes, ScannerRecord> all = held.all()) {
        while (all.hasNext()) {
          Bytes key = all.next().key;
          counted.add(StoreKeys.runId(key, 2), ScannerTopic.ofCode(StoreKeys.number(key, 2)));
        }
      }
      known = counted;
    }
    return counted;
  }

  private KeyValueIterator<Bytes, ScannerRecord> range(String runId, ScannerTopic topic) {
    return held.range(
        StoreKeys.of(runId, topic.code()), StoreKeys.of(runId, topic.code(), Long.MAX_VALUE));
  }
}
