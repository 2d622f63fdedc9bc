package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.ScannerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Volumes that were read before one of a lower index: they wait for it, whole, since the order of
 * folding must not depend on the order of reading. It is empty nearly all of the time.
 */
public final class EarlyVolumes {

  private final KeyValueStore<Bytes, ScannerRecord> volumes; // run, index

  EarlyVolumes(KeyValueStore<Bytes, ScannerRecord> volumes) {
    this.volumes = volumes;
  }

  /** The record of a volume that waits, or null. */
  public @Nullable ScannerRecord get(String runId, int index) {
    return volumes.get(StoreKeys.of(runId, index));
  }

  /** Lets a volume wait. */
  public void put(String runId, int index, ScannerRecord record) {
    volumes.put(StoreKeys.of(runId, index), record);
  }

  /** Index of the lowest volume that waits, -1 where none does. */
  public int lowest(String runId) {
    try (KeyValueIterator<Bytes, ScannerRecord> range = range(runId)) {
      return range.hasNext() ? StoreKeys.lastNumber(range.peekNextKey()) : -1;
    }
  }

  /**
   * Takes out the lowest volume that waits.
   *
   * @throws java.util.NoSuchElementException where none does
   */
  public ScannerRecord takeLowest(String runId) {
    try (KeyValueIterator<Bytes, ScannerRecord> range = range(runId)) {
      KeyValue<Bytes, ScannerRecord> first = range.next();
      volumes.delete(first.key);
      return first.value;
    }
  }

  void clear(String runId) {
    RunStores.clear(volumes, runId);
  }

  private KeyValueIterator<Bytes, ScannerRecord> range(String runId) {
    return volumes.range(StoreKeys.of(runId), StoreKeys.end(runId));
  }
}
