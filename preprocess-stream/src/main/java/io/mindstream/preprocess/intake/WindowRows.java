package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RowStore;
import org.jspecify.annotations.Nullable;

/** Feeds a trial's vector with the rows that count, and remembers the last one. */
final class WindowRows implements RowStore.Visitor {

  private final TrialVector vector;
  private final int lastReadOrder;
  private @Nullable VolumeRow last;

  /** Rows that were read up to {@code lastReadOrder}, inclusive. */
  WindowRows(TrialVector vector, int lastReadOrder) {
    this.vector = vector;
    this.lastReadOrder = lastReadOrder;
  }

  @Override
  public void row(int index, VolumeRow row) {
    if (row.usable() && row.readOrder() <= lastReadOrder) {
      vector.add(index, row.values());
      last = row;
    }
  }

  TrialVector vector() {
    return vector;
  }

  /** The row of the highest index that counts; null where none does. */
  @Nullable VolumeRow last() {
    return last;
  }
}
