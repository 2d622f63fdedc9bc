package io.mindstream.lab.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeClassifierTest {

  @Test
  void shouldGiveTheClosedFormOnOneFeature() {
    double[][] rows = {{-1}, {-1}, {1}, {1}};
    int[] labels = {0, 0, 1, 1};

    // Standardised already; w = sum x y / (n + penalty n) = 1 / (1 + penalty).
    double[] scores = RidgeClassifier.fit(rows, labels, 2, 0.25).scores(new double[] {1});

    assertArrayEquals(new double[] {-0.8, 0.8}, scores, 1e-12);
  }

  @Test
  void shouldSeparateClassesWithMoreFeaturesThanRows() {
    double[][] rows = clusters(new Random(1), 30, 100);
    double[][] others = clusters(new Random(2), 30, 100);

    RidgeClassifier classifier = RidgeClassifier.fit(rows, labels(30), 3, 1);

    assertEquals(1, classifier.accuracy(others, labels(30)));
  }

  @Test
  void shouldPreferAStrongPenaltyWhereFeaturesAreNoise() {
    double[][] rows = clusters(new Random(3), 24, 40);
    int[] groups = new int[24];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = i / 6;
    }

    double penalty = RidgePenalty.choose(rows, labels(24), groups, 3);

    assertEquals(
        1, RidgeClassifier.fit(rows, labels(24), 3, penalty).accuracy(rows, labels(24)), 0.01);
  }

  private static int[] labels(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
    }
    return labels;
  }

  /** Three clusters, told apart by every third feature. */
  private static double[][] clusters(Random random, int count, int features) {
    double[][] rows = new double[count][features];
    for (int i = 0; i < count; i++) {
      for (int f = 0; f < features; f++) {
        rows[i][f] = random.nextGaussian() + (f % 3 == i % 3 ? 2 : 0);
      }
    }
    return rows;
  }
}
