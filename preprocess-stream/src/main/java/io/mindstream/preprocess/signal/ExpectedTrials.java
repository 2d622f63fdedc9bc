package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trials of a run in the order in which they were expected: which of them know which. */
final class ExpectedTrials {

  private final boolean wholeRun;
  private final List<Expected> order = new ArrayList<>();
  private final Map<Integer, Expected> byId = new HashMap<>();
  private int leading; // first in order that is not settled

  /** A trial, its place in order, its columns by part of the response, how much of it was seen. */
  static final class Expected {
    final Trial trial;
    final int place;
    final Map<Integer, Integer> columns = new TreeMap<>();
    int volumes;

    private Expected(Trial trial, int place) {
      this.trial = trial;
      this.place = place;
    }
  }

  /**
   * None yet.
   *
   * @param wholeRun true where each trial knows all others, not only those before it
   */
  ExpectedTrials(boolean wholeRun) {
    this.wholeRun = wholeRun;
  }

  void register(Trial trial) {
    Expected added = new Expected(trial, order.size());
    if (byId.putIfAbsent(trial.index(), added) != null) {
      throw new IllegalStateException("trial " + trial.index() + " is expected already");
    }
    order.add(added);
  }

  /** The first that is not settled; null where all are. */
  @Nullable Expected first() {
    return leading < order.size() ? order.get(leading) : null;
  }

  /** Settles the first. */
  void settleFirst() {
    leading++;
  }

  /** Those that are not settled. */
  List<Expected> open() {
    return order.subList(leading, order.size());
  }

  boolean settled(int id) {
    return find(id).place < leading;
  }

  /** Those that a trial has in its model beside itself. */
  Stream<Expected> known(Expected own) {
    return wholeRun
        ? order.stream().filter(each -> each != own)
        : order.subList(0, own.place).stream();
  }

  /** True where a trial's model has another one in it. */
  boolean knows(int id, int other) {
    return id != other && (wholeRun || find(other).place < find(id).place);
  }

  Expected find(int id) {
    @Nullable Expected found = byId.get(id);
    if (found == null) {
      throw new IllegalStateException("trial " + id + " is not expected; call expect first");
    }
    return found;
  }

  /**
   * A trial that is not settled.
   *
   * @throws IllegalStateException where it is, or was not expected
   */
  Expected findOpen(int id) {
    Expected own = find(id);
    if (own.place < leading) {
      throw new IllegalStateException(
          "the response to trial "
              + id
              + " is over and settled; ask within "
              + Hrf.SUPPORT_SECONDS
              + " s after its end, or for the whole run's");
    }
    return own;
  }
}
