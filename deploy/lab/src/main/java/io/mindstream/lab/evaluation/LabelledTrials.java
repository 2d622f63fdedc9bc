package io.mindstream.lab.evaluation;

import io.mindstream.lab.examples.RecordedRows;
import io.mindstream.lab.scoring.RidgeClassifier;
import io.mindstream.lab.scoring.RidgePenalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trials as a classifier takes them, and how many can't be given to one. Letters: N trials with a
 * vector, F features.
 *
 * @param rows (N, F)
 * @param labels (N), 0 to the number of classes - 1
 * @param runs (N), origin 0
 * @param withoutVector how many further trials have none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LabelledTrials(double[][] rows, int[] labels, int[] runs, int withoutVector) {

  /**
   * The trials of runs by a recipe.
   *
   * @param types of the trials; a label is an index of this list
   */
  static LabelledTrials of(ComparedRecipe recipe, List<RecordedRows> runs, List<String> types) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    int without = 0;
    for (int run = 0; run < runs.size(); run++) {
      List<Optional<float[]>> vectors = recipe.vectors(runs.get(run));
      for (int trial = 0; trial < vectors.size(); trial++) {
        if (vectors.get(trial).isEmpty()) {
          without++;
          continue;
        }
        rows.add(RidgeClassifier.row(vectors.get(trial).get()));
        labels.add(types.indexOf(runs.get(run).events().get(trial).trialType()));
        of.add(run);
      }
    }
    return new LabelledTrials(rows.toArray(double[][]::new), ints(labels), ints(of), without);
  }

  /** All of them. */
  int trials() {
    return labels.length + withoutVector;
  }

  /** Trials that are named rightly, each run left out once; runs without a vector name nothing. */
  int rightLeftOut(int classes) {
    return IntStream.of(runs)
        .distinct()
        .map(run -> only(false, run).right(only(true, run), classes))
        .sum();
  }

  /** Of other trials, those that are named rightly by a classifier that is fitted to these. */
  int right(LabelledTrials test, int classes) {
    if (rows.length == 0 || test.rows.length == 0) {
      return 0;
    }
    return RidgePenalty.fit(rows, labels, runs, classes).right(test.rows, test.labels);
  }

  private LabelledTrials only(boolean inside, int run) {
    int[] kept = IntStream.range(0, runs.length).filter(i -> (runs[i] == run) == inside).toArray();
    return new LabelledTrials(
        IntStream.of(kept).mapToObj(i -> rows[i]).toArray(double[][]::new),
        IntStream.of(kept).map(i -> labels[i]).toArray(),
        IntStream.of(kept).map(i -> runs[i]).toArray(),
        0);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
