package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of trials. Each trial whose response has begun has columns of its own; once the
 * response of the first in order of registration is over, they are added to those of the settled
 * ones and are free again. So a run needs no more columns than responses overlap. Where a whole run
 * is asked for, none is settled and each trial knows all others.
 */
final class TrialColumns {

  private final TrialBasis basis;
  private final SignalShape shape;
  private final RunningProducts products;
  private final boolean wholeRun;
  private final Map<Integer, Integer> settled = new TreeMap<>(); // column of each part
  private final List<Registered> order = new ArrayList<>();
  private final Map<Integer, Registered> byId = new HashMap<>();
  private final List<Integer> free = new ArrayList<>();
  private int leading; // first in order that is not settled

  /** A trial, its place in order of registration, its columns and how much of it was seen. */
  private static final class Registered {
    private final Trial trial;
    private final int place;
    private final Map<Integer, Integer> columns = new TreeMap<>(); // column of each part
    private int volumes;

    private Registered(Trial trial, int place) {
      this.trial = trial;
      this.place = place;
    }
  }

  /** No trials yet. */
  TrialColumns(TrialBasis basis, SignalShape shape, RunningProducts products, boolean wholeRun) {
    this.basis = basis;
    this.shape = shape;
    this.products = products;
    this.wholeRun = wholeRun;
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
    while (!wholeRun && leading < order.size() && over(order.get(leading).trial, index)) {
      Registered first = order.get(leading++);
      first.columns.forEach(this::settle);
      first.columns.clear();
    }
  }

  private void settle(int part, int column) {
    Integer to = settled.putIfAbsent(part, column);
    if (to != null) {
      products.mergeColumn(column, to);
      free.add(column);
    }
  }

  private boolean over(Trial trial, int index) {
    double end = trial.onsetSeconds() + trial.durationSeconds() + Hrf.SUPPORT_SECONDS;
    return shape.seconds(index) > end;
  }

  /** A row of the design with the trials' responses at a volume; the nuisance is still 0. */
  double[] row(int index) {
    List<Registered> seen =
        order.subList(leading, order.size()).stream()
            .filter(each -> basis.value(each.trial, index) != 0)
            .toList();
    for (Registered each : seen) {
      columns(each).computeIfAbsent(basis.part(each.trial, index), part -> column());
    }
    double[] x = new double[products.columns()];
    for (Registered each : seen) {
      int column = Objects.requireNonNull(columns(each).get(basis.part(each.trial, index)));
      x[column] += basis.value(each.trial, index);
      each.volumes++;
    }
    return x;
  }

  /** Where all trials are known and answer alike, none needs columns of its own. */
  private Map<Integer, Integer> columns(Registered trial) {
    return wholeRun && basis.common() ? settled : trial.columns;
  }

  private int column() {
    return free.isEmpty() ? products.addColumn() : free.remove(free.size() - 1);
  }

  /** The trial of an id. */
  Trial trial(int id) {
    return find(id).trial;
  }

  /** How many volumes of a trial's response were seen. */
  int volumes(int id) {
    return find(id).volumes;
  }

  /** True for a trial that has no columns of its own any more. */
  boolean settled(int id) {
    return find(id).place < leading;
  }

  /** A trial's place in order of registration, origin 0. */
  int place(int id) {
    return find(id).place;
  }

  /** True where a trial's model has another one in it. */
  boolean knows(int id, int other) {
    return id != other && (wholeRun || find(other).place < find(id).place);
  }

  /**
   * The columns of a trial's model after the nuisance: the trials that it knows as one, its own.
   */
  int[][] groups(int id) {
    Registered own = seen(id);
    Stream<Map<Integer, Integer>> others = known(own).map(each -> each.columns);
    return new int[][] {
      part(0, Stream.concat(Stream.of(settled), others)), part(0, Stream.of(own.columns))
    };
  }

  /** The columns of a response that a trial has in common with those that it knows, by part. */
  int[][] commonGroups(int id) {
    Registered own = open(id);
    Stream<Registered> trials = Stream.concat(known(own), Stream.of(own));
    List<Map<Integer, Integer>> all =
        Stream.concat(Stream.of(settled), trials.map(each -> each.columns)).toList();
    int parts =
        all.stream().flatMap(each -> each.keySet().stream()).mapToInt(p -> p + 1).max().orElse(0);
    int[][] groups = new int[parts][];
    for (int part = 0; part < parts; part++) {
      groups[part] = part(part, all.stream());
    }
    return groups;
  }

  /** How much of each part of the response a volume has of the trials that a trial knows. */
  double[] others(int id, int index, int parts) {
    double[] others = new double[parts];
    known(find(id))
        .filter(each -> basis.value(each.trial, index) != 0)
        .forEach(each -> others[basis.part(each.trial, index)] += basis.value(each.trial, index));
    return others;
  }

  private Stream<Registered> known(Registered own) {
    return wholeRun
        ? order.stream().filter(each -> each != own)
        : order.subList(0, own.place).stream();
  }

  private static int[] part(int part, Stream<Map<Integer, Integer>> columns) {
    return columns
        .flatMap(each -> Stream.ofNullable(each.get(part)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private Registered seen(int id) {
    Registered own = open(id);
    if (own.volumes == 0) {
      throw new IllegalStateException("no volume of the response to trial " + id + " was added");
    }
    return own;
  }

  private Registered open(int id) {
    Registered own = find(id);
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

  private Registered find(int id) {
    @Nullable Registered found = byId.get(id);
    if (found == null) {
      throw new IllegalStateException("trial " + id + " is not expected; call expect first");
    }
    return found;
  }
}
