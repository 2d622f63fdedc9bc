package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of trials. Each trial whose response has begun has one of its own; once the response
 * of the first in order of registration is over, its column is added to that of the settled ones
 * and is free again. So a run needs no more columns than responses overlap.
 */
final class TrialColumns {

  private static final int NONE = -1;

  private final Hrf hrf;
  private final SignalShape shape;
  private final RunningProducts products;
  private final int settled; // column of the settled trials
  private final List<Registered> order = new ArrayList<>();
  private final Map<Integer, Registered> byId = new HashMap<>();
  private final List<Integer> free = new ArrayList<>();
  private int leading; // first in order that is not settled

  /** A trial, its place in order of registration, its column and how much of it was seen. */
  private static final class Registered {
    private final Trial trial;
    private final int place;
    private int column = NONE;
    private int volumes;

    private Registered(Trial trial, int place) {
      this.trial = trial;
      this.place = place;
    }
  }

  /** No trials yet; the settled ones have the last column of {@code products}. */
  TrialColumns(Hrf hrf, SignalShape shape, RunningProducts products) {
    this.hrf = hrf;
    this.shape = shape;
    this.products = products;
    this.settled = products.columns() - 1;
  }

  void register(Trial trial) {
    Registered added = new Registered(trial, order.size());
    if (byId.putIfAbsent(trial.index(), added) != null) {
      throw new IllegalStateException("trial " + trial.index() + " is expected already");
    }
    order.add(added);
  }

  /** Settles trials whose response is over when a volume comes, in order of registration. */
  void settleBefore(int index) {
    while (leading < order.size() && over(order.get(leading).trial, index)) {
      Registered first = order.get(leading++);
      if (first.column != NONE) {
        products.mergeColumn(first.column, settled);
        free.add(first.column);
        first.column = NONE;
      }
    }
  }

  private boolean over(Trial trial, int index) {
    double end = trial.onsetSeconds() + trial.durationSeconds() + Hrf.SUPPORT_SECONDS;
    return shape.seconds(index) > end;
  }

  /** A row of the design with the trials' responses at a volume; the nuisance is still 0. */
  double[] row(int index) {
    for (int i = leading; i < order.size(); i++) {
      Registered each = order.get(i);
      if (each.column == NONE && response(each.trial, index) != 0) {
        each.column = free.isEmpty() ? products.addColumn() : free.remove(free.size() - 1);
      }
    }
    double[] x = new double[products.columns()];
    for (int i = leading; i < order.size(); i++) {
      Registered each = order.get(i);
      if (each.column != NONE) {
        x[each.column] = response(each.trial, index);
        each.volumes += x[each.column] != 0 ? 1 : 0;
      }
    }
    return x;
  }

  private double response(Trial trial, int index) {
    return hrf.response(shape.seconds(index) - trial.onsetSeconds(), trial.durationSeconds());
  }

  /** How many volumes of a trial's response were seen. */
  int volumes(int id) {
    return find(id).volumes;
  }

  /** True for a trial that has no column of its own any more. */
  boolean settled(int id) {
    return find(id).place < leading;
  }

  /** True for a trial of which some response was seen. */
  boolean seen(Trial trial) {
    return find(trial.index()).volumes > 0;
  }

  /**
   * The columns of a trial's model after {@code nuisance} columns: the trials before it in order of
   * registration as one, then its own.
   */
  int[][] groups(int id, int nuisance) {
    Registered own = seen(id);
    IntStream before = order.subList(leading, own.place).stream().mapToInt(each -> each.column);
    return groups(nuisance, IntStream.concat(IntStream.of(settled), before), own.column);
  }

  /** The same with all other trials as one, whatever their order; none may be settled. */
  int[][] groupsOfAll(int id, int nuisance) {
    Registered own = seen(id);
    IntStream others = order.stream().filter(each -> each != own).mapToInt(each -> each.column);
    return groups(nuisance, others, own.column);
  }

  private static int[][] groups(int nuisance, IntStream others, int own) {
    int[][] groups = new int[nuisance + 2][];
    for (int c = 0; c < nuisance; c++) {
      groups[c] = new int[] {c};
    }
    groups[nuisance] = others.filter(column -> column != NONE).toArray();
    groups[nuisance + 1] = new int[] {own};
    return groups;
  }

  private Registered seen(int id) {
    Registered own = find(id);
    if (own.place < leading) {
      throw new IllegalStateException(
          "the response to trial "
              + id
              + " is over and settled; ask within "
              + Hrf.SUPPORT_SECONDS
              + " s after its end, or for the whole run's");
    }
    if (own.column == NONE) {
      throw new IllegalStateException("no volume of the response to trial " + id + " was added");
    }
    return own;
  }

  private Registered find(int id) {
    @Nullable Registered found = byId.get(id);
    if (found == null) {
      throw new IllegalStateException("trial " + id + " is not expected; call expect first");
    }
    return found;
  }
}
