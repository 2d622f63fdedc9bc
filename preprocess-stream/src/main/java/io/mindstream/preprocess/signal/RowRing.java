package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.TrialWindow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest rows of a run, of which windows are made. */
final class RowRing {

  private final int capacity;
  private final Deque<Row> rows = new ArrayDeque<>();
  private int forgotten = -1; // highest index that is gone

  /** A volume's row of the design, the nuisance first, and its values in scanner units. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Row(int index, double[] x, float[] values) {}

  RowRing(int capacity) {
    this.capacity = capacity;
  }

  void add(Row row) {
    if (rows.size() == capacity) {
      forgotten = rows.removeFirst().index();
    }
    rows.addLast(row);
  }

  /**
   * The rows of a window, in order.
   *
   * @throws IllegalStateException where the window begins before what is kept
   */
  List<Row> of(TrialWindow window) {
    if (window.first() <= forgotten) {
      throw new IllegalStateException(
          "window "
              + window
              + " begins before the last "
              + capacity
              + " volumes, which are kept; keep more of them");
    }
    return rows.stream()
        .filter(row -> row.index() >= window.first() && row.index() <= window.last())
        .toList();
  }
}
