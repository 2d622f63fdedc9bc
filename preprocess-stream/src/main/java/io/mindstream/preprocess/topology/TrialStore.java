package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.TrialMark;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The known trials of each run, and which of them wait for which volume. */
final class TrialStore {

  private static final byte[] NOTHING = {};

  private final KeyValueStore<Bytes, TrialMark> trials;
  private final KeyValueStore<Bytes, byte[]> due; // run, window's last volume, trial

  TrialStore(KeyValueStore<Bytes, TrialMark> trials, KeyValueStore<Bytes, byte[]> due) {
    this.trials = trials;
    this.due = due;
  }

  @Nullable TrialMark get(String runId, int trial) {
    return trials.get(StoreKeys.of(runId, trial));
  }

  void put(String runId, int trial, TrialMark mark) {
    trials.put(StoreKeys.of(runId, trial), mark);
  }

  /** Makes a trial wait until its window's last volume is in. */
  void await(String runId, int trial, int lastVolume) {
    due.put(StoreKeys.of(runId, lastVolume, trial), NOTHING);
  }

  /**
   * Takes out the trials that wait for a volume up to an index, inclusive.
   *
   * @return the events' records, in the order of their windows
   */
  List<ScannerRecord> takeDue(String runId, int lastVolume) {
    List<ScannerRecord> taken = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> range =
        due.range(StoreKeys.of(runId, 0), StoreKeys.of(runId, lastVolume, Long.MAX_VALUE))) {
      while (range.hasNext()) {
        Bytes key = range.next().key;
        ScannerRecord pending = settle(runId, StoreKeys.lastNumber(key));
        if (pending != null) {
          taken.add(pending);
        }
        due.delete(key);
      }
    }
    return taken;
  }

  private @Nullable ScannerRecord settle(String runId, int trial) {
    TrialMark mark = get(runId, trial);
    if (mark == null) {
      return null;
    }
    put(runId, trial, mark.settled());
    return mark.pending();
  }

  void clear(String runId) {
    RunStores.clear(trials, runId);
    RunStores.clear(due, runId);
  }
}
