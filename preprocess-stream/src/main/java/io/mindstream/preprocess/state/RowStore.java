package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.VolumeRow;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The ROI rows of each run, by volume index. */
public final class RowStore {

  private final KeyValueStore<Bytes, VolumeRow> rows;

  RowStore(KeyValueStore<Bytes, VolumeRow> rows) {
    this.rows = rows;
  }

  /** The row of a volume, or null where it was not read. */
  public @Nullable VolumeRow get(String runId, int index) {
    return rows.get(StoreKeys.of(runId, index));
  }

  /** How many brain voxels outside the ROI each row of a run has; -1 before its first one. */
  public int outside(String runId) {
    try (KeyValueIterator<Bytes, VolumeRow> range =
        rows.range(StoreKeys.of(runId), StoreKeys.end(runId))) {
      while (range.hasNext()) {
        VolumeRow row = range.next().value;
        if (row.usable()) {
          return row.context().outside().length;
        }
      }
    }
    return -1;
  }

  /** Keeps a row. */
  public void put(String runId, int index, VolumeRow row) {
    rows.put(StoreKeys.of(runId, index), row);
  }

  /** Visits the rows from one index to another, both inclusive, by index. */
  public void visit(String runId, int from, int to, Visitor visitor) {
    if (from > to) {
      return;
    }
    try (KeyValueIterator<Bytes, VolumeRow> range =
        rows.range(StoreKeys.of(runId, from), StoreKeys.of(runId, to))) {
      while (range.hasNext()) {
        KeyValue<Bytes, VolumeRow> row = range.next();
        visitor.row(StoreKeys.lastNumber(row.key), row.value);
      }
    }
  }

  /** The row of the highest index from one to another, both inclusive, that can be averaged. */
  public @Nullable VolumeRow newestUsable(String runId, int from, int to) {
    for (int index = to; index >= from; index--) {
      VolumeRow row = get(runId, index);
      if (row != null && row.usable()) {
        return row;
      }
    }
    return null;
  }

  void clear(String runId) {
    RunStores.clear(rows, runId);
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface Visitor {
    /** A row and its volume's index, origin 0. */
    void row(int index, VolumeRow row);
  }
}
