package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.KnownTrial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The known trials of each run, and which of them wait for which volume. */
public final class TrialStore {

  private final KeyValueStore<Bytes, KnownTrial> trials;
  private final KeyValueStore<Bytes, Integer> due; // run, window's last volume, trial

  /** For each run a volume that no trial waits before, where one is known; in memory alone. */
  private final Map<String, Long> dueFrom = new HashMap<>();

  TrialStore(KeyValueStore<Bytes, KnownTrial> trials, KeyValueStore<Bytes, Integer> due) {
    this.trials = trials;
    this.due = due;
  }

  /** What is known of a trial, or null where its event was not read. */
  public @Nullable KnownTrial get(String runId, int trial) {
    return trials.get(StoreKeys.of(runId, trial));
  }

  /** Keeps what is known of a trial. */
  public void put(String runId, int trial, KnownTrial known) {
    trials.put(StoreKeys.of(runId, trial), known);
  }

  /** Makes a trial wait until a volume is in. */
  public void await(String runId, int trial, int lastVolume) {
    due.put(StoreKeys.of(runId, lastVolume, trial), trial);
    dueFrom.computeIfPresent(runId, (any, from) -> Math.min(from, lastVolume));
  }

  /**
   * Takes out the trial that waits for the lowest volume, up to an index, inclusive.
   *
   * @param lastVolume the index, -1 before the first volume
   * @return null where none waits
   */
  public @Nullable DueTrial takeDue(String runId, int lastVolume) {
    long from = dueFrom.getOrDefault(runId, 0L); // later than what was taken out: RocksDB walks it
    if (lastVolume < from) {
      return null;
    }
    try (KeyValueIterator<Bytes, Integer> range =
        due.range(StoreKeys.of(runId, from), StoreKeys.of(runId, lastVolume, Long.MAX_VALUE))) {
      if (!range.hasNext()) {
        dueFrom.put(runId, lastVolume + 1L);
        return null;
      }
      KeyValue<Bytes, Integer> first = range.next();
      due.delete(first.key);
      return new DueTrial(first.value, StoreKeys.number(first.key, 2));
    }
  }

  /**
   * A trial that waited for a volume.
   *
   * @param trial its index
   * @param volume the volume's index
   */
  public record DueTrial(int trial, int volume) {}

  /** Every trial of a run but those that can't be had, in the order of reading their events. */
  public List<KnownTrial> inOrder(String runId) {
    List<KnownTrial> all = new ArrayList<>();
    try (KeyValueIterator<Bytes, KnownTrial> range =
        trials.range(StoreKeys.of(runId), StoreKeys.end(runId))) {
      range.forEachRemaining(entry -> all.add(entry.value));
    }
    all.removeIf(known -> !known.expected());
    all.sort(Comparator.comparingInt(KnownTrial::order));
    return all;
  }

  void clear(String runId) {
    RunStores.clear(trials, runId);
    RunStores.clear(due, runId);
    dueFrom.remove(runId);
  }
}
