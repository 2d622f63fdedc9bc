package io.mindstream.bridge.live;

import io.mindstream.imaging.bids.EventRow;
import java.util.ArrayList;
import java.util.List;

/** Which rows of a growing list of events are to be published now, each once. For one thread. */
final class DueEvents {

  private final List<EventRow> published = new ArrayList<>();
  private List<Double> before = List.of();

  /** Leaves out what another process published, given by its onsets in seconds. */
  void goOn(List<Double> onsets) {
    before = List.copyOf(onsets);
  }

  /**
   * Rows whose time has come, in order of onset.
   *
   * @param rows all rows so far, in order of onset
   * @param seconds scanner time
   */
  List<EventRow> take(List<EventRow> rows, double seconds) {
    List<EventRow> due =
        remaining(rows).stream().filter(row -> row.onsetSeconds() <= seconds).toList();
    published.addAll(due);
    return due;
  }

  /** Rows that were not taken yet. */
  List<EventRow> remaining(List<EventRow> rows) {
    List<EventRow> left = new ArrayList<>(rows);
    published.forEach(left::remove);
    for (double onset : before) {
      left.stream().filter(row -> row.onsetSeconds() == onset).findFirst().ifPresent(left::remove);
    }
    return left;
  }

  /** How many were taken; the next one's trial index. */
  int count() {
    return before.size() + published.size();
  }
}
