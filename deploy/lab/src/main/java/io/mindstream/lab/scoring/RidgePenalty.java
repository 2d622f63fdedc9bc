package io.mindstream.lab.scoring;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Chooses a ridge classifier's penalty by leaving out one group of the training rows at a time. */
public final class RidgePenalty {

  private static final double[] CANDIDATES = {0.01, 0.1, 1, 10, 100, 1000};

  private RidgePenalty() {}

  /**
   * A classifier with the penalty that is {@link #choose chosen} for its rows.
   *
   * @param rows (N, F), training rows only
   * @param labels (N)
   * @param groups (N)
   * @param classes C
   */
  public static RidgeClassifier fit(double[][] rows, int[] labels, int[] groups, int classes) {
    return RidgeClassifier.fit(rows, labels, classes, choose(rows, labels, groups, classes));
  }

  /**
   * The penalty that classifies the most left-out rows; the smallest of equals.
   *
   * @param rows (N, F), training rows only
   * @param labels (N)
   * @param groups (N): rows of one group, such as a run, are left out together
   * @param classes C
   */
  public static double choose(double[][] rows, int[] labels, int[] groups, int classes) {
    double best = CANDIDATES[0];
    int highest = -1;
    for (double penalty : CANDIDATES) {
      int right =
          Arrays.stream(groups)
              .distinct()
              .map(group -> rightWithout(group, rows, labels, groups, classes, penalty))
              .sum();
      if (right > highest) {
        highest = right;
        best = penalty;
      }
    }
    return best;
  }

  private static int rightWithout(
      int group, double[][] rows, int[] labels, int[] groups, int classes, double penalty) {
    int[] kept = IntStream.range(0, rows.length).filter(i -> groups[i] != group).toArray();
    int[] left = IntStream.range(0, rows.length).filter(i -> groups[i] == group).toArray();
    if (kept.length == 0) {
      return 0;
    }
    RidgeClassifier classifier =
        RidgeClassifier.fit(pick(rows, kept), pick(labels, kept), classes, penalty);
    return classifier.right(pick(rows, left), pick(labels, left));
  }

  private static double[][] pick(double[][] rows, int[] indices) {
    return Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }

  private static int[] pick(int[] labels, int[] indices) {
    return Arrays.stream(indices).map(i -> labels[i]).toArray();
  }
}
