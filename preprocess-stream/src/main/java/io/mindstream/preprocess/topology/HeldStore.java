package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.topology.Incoming.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read too early, because the topics of a run interleave: they wait, whole, first
 * in first out for each run and topic. It is empty nearly all of the time.
 */
final class HeldStore {

  private final KeyValueStore<Bytes, ScannerRecord> held; // run, kind, offset
  private final int limit;

  HeldStore(KeyValueStore<Bytes, ScannerRecord> held, int limit) {
    this.held = held;
    this.limit = limit;
  }

  /** The first record that waits, or null. */
  @Nullable ScannerRecord first(String runId, Kind kind) {
    try (KeyValueIterator<Bytes, ScannerRecord> range = range(runId, kind)) {
      return range.hasNext() ? range.next().value : null;
    }
  }

  /** True where a record waits. */
  boolean waits(String runId, Kind kind) {
    try (KeyValueIterator<Bytes, ScannerRecord> range = range(runId, kind)) {
      return range.hasNext();
    }
  }

  /** Lets a record wait; false where too many do already. */
  boolean hold(String runId, Kind kind, ScannerRecord record) {
    if (count(runId, kind) >= limit) {
      return false;
    }
    held.put(StoreKeys.of(runId, kind.code(), record.origin().offset()), record);
    return true;
  }

  void remove(String runId, Kind kind, ScannerRecord record) {
    held.delete(StoreKeys.of(runId, kind.code(), record.origin().offset()));
  }

  /** Every run that has a record waiting. */
  Set<String> runs() {
    Set<String> runs = new TreeSet<>();
    try (KeyValueIterator<Bytes, ScannerRecord> all = held.all()) {
      while (all.hasNext()) {
        runs.add(StoreKeys.runId(all.next().key, 2));
      }
    }
    return runs;
  }

  /** Takes out the records of a run that wait since a time, wall clock in ms, or longer. */
  List<ScannerRecord> takeReadUntil(String runId, long readAt) {
    List<ScannerRecord> taken = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      ScannerRecord first = first(runId, kind);
      while (first != null && first.readAt() <= readAt) {
        remove(runId, kind, first);
        taken.add(first);
        first = first(runId, kind);
      }
    }
    return taken;
  }

  private int count(String runId, Kind kind) {
    int count = 0;
    try (KeyValueIterator<Bytes, ScannerRecord> range = range(runId, kind)) {
      while (range.hasNext() && count < limit) {
        range.next();
        count++;
      }
    }
    return count;
  }

  private KeyValueIterator<Bytes, ScannerRecord> range(String runId, Kind kind) {
    return held.range(
        StoreKeys.of(runId, kind.code()), StoreKeys.of(runId, kind.code(), Long.MAX_VALUE));
  }
}
