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

  /** Keeps a row. */
  public void put(String runId, int index, VolumeRow row) {
    rows.put(StoreKeys.of(runId, index), row);
  }

  /** Visits the rows from one index to another, both inclusive, by index. */
  public void visit(String runId, int from, int to, Visitor visitor) {
    try (KeyValueIterator<Bytes, VolumeRow> range =
        rows.range(StoreKeys.of(runId, from), StoreKeys.of(runId, to))) {
      while (range.hasNext()) {
        KeyValue<Bytes, VolumeRow> row = range.next();
        visitor.row(StoreKeys.lastNumber(row.key), row.value);
      }
    }
  }

  /**
   * The read order of the row that was the first to reach an index: the moment at which a window
   * that ends there was over. Rows that were not late rise in order as they rise in index.
   *
   * @throws IllegalStateException where no row reached the index
   */
  public int orderOfReaching(String runId, int index) {
    try (KeyValueIterator<Bytes, VolumeRow> range =
        rows.range(StoreKeys.of(runId, index), StoreKeys.end(runId))) {
      while (range.hasNext()) {
        VolumeRow row = range.next().value;
        if (!row.late()) {
          return row.readOrder();
        }
      }
    }
    throw new IllegalStateException("no row of " + runId + " reached volume " + index);
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
