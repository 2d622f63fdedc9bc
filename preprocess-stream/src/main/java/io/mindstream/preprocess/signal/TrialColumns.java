package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.signal.ExpectedTrials.Expected;
import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
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
 * is asked for, none is settled.
 */
final class TrialColumns {

  private final TrialBasis basis;
  private final SignalShape shape;
  private final RunningProducts products;
  private final boolean wholeRun;
  private final ExpectedTrials trials;
  private final Map<Integer, Integer> settled = new TreeMap<>(); // column of each part
  private final List<Integer> free = new ArrayList<>();

  /** No trials yet. */
  TrialColumns(TrialBasis basis, SignalShape shape, RunningProducts products, boolean wholeRun) {
    this.basis = basis;
    this.shape = shape;
    this.products = products;
    this.wholeRun = wholeRun;
    this.trials = new ExpectedTrials(wholeRun);
  }

  ExpectedTrials trials() {
    return trials;
  }

  /** Settles trials whose response is over when a volume comes, in order of registration. */
  void settleBefore(int index) {
    @Nullable Expected first = trials.first();
    while (!wholeRun && first != null && over(first.trial, index)) {
      first.columns.forEach(this::settle);
      first.columns.clear();
      trials.settleFirst();
      first = trials.first();
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
    List<Expected> seen =
        trials.open().stream().filter(each -> basis.value(each.trial, index) != 0).toList();
    for (Expected each : seen) {
      columns(each).computeIfAbsent(basis.part(each.trial, index), part -> column());
    }
    double[] x = new double[products.columns()];
    for (Expected each : seen) {
      int column = Objects.requireNonNull(columns(each).get(basis.part(each.trial, index)));
      x[column] += basis.value(each.trial, index);
      each.volumes++;
    }
    return x;
  }

  /** Where all trials are known and answer alike, none needs columns of its own. */
  private Map<Integer, Integer> columns(Expected trial) {
    return wholeRun && basis.common() ? settled : trial.columns;
  }

  private int column() {
    return free.isEmpty() ? products.addColumn() : free.remove(free.size() - 1);
  }

  /**
   * The columns of a trial's model after the nuisance: the trials that it knows as one, its own.
   *
   * @throws IllegalStateException where nothing of its response was seen, or it is settled
   */
  int[][] groups(int id) {
    Expected own = trials.findOpen(id);
    if (own.volumes == 0) {
      throw new IllegalStateException("no volume of the response to trial " + id + " was added");
    }
    Stream<Map<Integer, Integer>> others = trials.known(own).map(each -> each.columns);
    return new int[][] {
      part(0, Stream.concat(Stream.of(settled), others)), part(0, Stream.of(own.columns))
    };
  }

  /** The columns of a response that a trial has in common with those that it knows, by part. */
  int[][] commonGroups(int id) {
    Expected own = trials.findOpen(id);
    Stream<Expected> each = Stream.concat(trials.known(own), Stream.of(own));
    List<Map<Integer, Integer>> all =
        Stream.concat(Stream.of(settled), each.map(trial -> trial.columns)).toList();
    int parts =
        all.stream().flatMap(some -> some.keySet().stream()).mapToInt(p -> p + 1).max().orElse(0);
    int[][] groups = new int[parts][];
    for (int part = 0; part < parts; part++) {
      groups[part] = part(part, all.stream());
    }
    return groups;
  }

  /** How much of each part of the response a volume has of the trials that a trial knows. */
  double[] others(int id, int index, int parts) {
    double[] others = new double[parts];
    trials
        .known(trials.find(id))
        .filter(each -> basis.value(each.trial, index) != 0)
        .forEach(each -> others[basis.part(each.trial, index)] += basis.value(each.trial, index));
    return others;
  }

  private static int[] part(int part, Stream<Map<Integer, Integer>> columns) {
    return columns
        .flatMap(each -> Stream.ofNullable(each.get(part)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
