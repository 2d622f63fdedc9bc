package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.ScannerRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What each session is read against: the record of its first usable volume, whole, one a run, and
 * the mask of an earlier session where it has one.
 */
public final class ReferenceStore {

  private final KeyValueStore<String, ScannerRecord> volumes;
  private final KeyValueStore<String, byte[]> masks;

  ReferenceStore(
      KeyValueStore<String, ScannerRecord> volumes, KeyValueStore<String, byte[]> masks) {
    this.volumes = volumes;
    this.masks = masks;
  }

  /** The record of a run's reference volume, or null where none was usable so far. */
  public @Nullable ScannerRecord get(String runId) {
    return volumes.get(runId);
  }

  /** Keeps a run's reference volume. */
  public void put(String runId, ScannerRecord volume) {
    volumes.put(runId, volume);
  }

  /** The mask that a run carries over, encoded as in its topic; null where it has none. */
  public byte @Nullable [] mask(String runId) {
    return masks.get(runId);
  }

  /** Keeps the mask that a run carries over, so that one that changes in mid-run has no effect. */
  public void putMask(String runId, byte[] mask) {
    masks.put(runId, mask);
  }

  void clear(String runId) {
    volumes.delete(runId);
    masks.delete(runId);
  }
}
