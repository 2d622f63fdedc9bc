package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.KnownTrial;
import io.mindstream.preprocess.run.ScannerRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The known trials of each run, and which of them wait for which volume. */
public final class TrialStore {

  private final KeyValueStore<Bytes, KnownTrial> trials;
  private final KeyValueStore<Bytes, Integer> due; // run, window's last volume, trial

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

  /** Makes a trial wait until its window's last volume is in. */
  public void await(String runId, int trial, int lastVolume) {
    due.put(StoreKeys.of(runId, lastVolume, trial), trial);
  }

  /**
   * Takes out the trials that wait for a volume up to an index, inclusive.
   *
   * @param lastVolume the index, -1 before the first volume
   * @return the events' records, in the order of their windows
   */
  public List<ScannerRecord> takeDue(String runId, int lastVolume) {
    if (lastVolume < 0) {
      return List.of(); // keys hold no negative numbers
    }
    List<ScannerRecord> taken = new ArrayList<>();
    try (KeyValueIterator<Bytes, Integer> range =
        due.range(StoreKeys.of(runId, 0), StoreKeys.of(runId, lastVolume, Long.MAX_VALUE))) {
      while (range.hasNext()) {
        KeyValue<Bytes, Integer> trial = range.next();
        ScannerRecord event = settle(runId, trial.value);
        if (event != null) {
          taken.add(event);
        }
        due.delete(trial.key);
      }
    }
    return taken;
  }

  private @Nullable ScannerRecord settle(String runId, int trial) {
    KnownTrial known = get(runId, trial);
    if (known == null) {
      return null;
    }
    put(runId, trial, known.settled());
    return known.waiting();
  }

  void clear(String runId) {
    RunStores.clear(trials, runId);
    RunStores.clear(due, runId);
  }
}
