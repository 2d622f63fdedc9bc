package io.mindstream.lab.scoring;

import java.util.SplittableRandom;

/**
 * n-way top-k identification as in the MinD-Vis paper (arXiv 2211.06956, section 4): a trial is
 * identified when the score of its own class is among the k highest of its class and n - 1 others,
 * drawn at random again and again. With n as many as there are classes nothing is left to draw.
 *
 * @param n classes compared, 2 to C
 * @param k how many of the best count
 * @param draws random sets of other classes a trial
 */
record NWayIdentification(int n, int k, int draws) {

  /** Checks the numbers. */
  NWayIdentification {
    if (n < 2 || k < 1 || k >= n || draws < 1) {
      throw new IllegalArgumentException("n-way top-k needs 1 <= k < n and a draw or more");
    }
  }

  /**
   * Share of draws in which a trial is identified, 0 to 1. Equal scores count as lost.
   *
   * @param scores (C), one a class, higher is more likely
   * @param truth the trial's own class
   * @param random draws the other classes
   */
  double identify(double[] scores, int truth, SplittableRandom random) {
    if (n > scores.length) {
      throw new IllegalArgumentException(n + "-way needs " + n + " classes, not " + scores.length);
    }
    int repeats = n == scores.length ? 1 : draws;
    int found = 0;
    for (int draw = 0; draw < repeats; draw++) {
      found += better(scores, truth, random) < k ? 1 : 0;
    }
    return (double) found / repeats;
  }

  /** How many of n - 1 other classes, drawn without replacement, are at least as likely. */
  private int better(double[] scores, int truth, SplittableRandom random) {
    int left = scores.length - 1;
    int wanted = n - 1;
    int better = 0;
    for (int other = 0; other < scores.length; other++) {
      if (other == truth) {
        continue;
      }
      if (random.nextInt(left--) < wanted) {
        wanted--;
        better += scores[other] >= scores[truth] ? 1 : 0;
      }
    }
    return better;
  }
}
