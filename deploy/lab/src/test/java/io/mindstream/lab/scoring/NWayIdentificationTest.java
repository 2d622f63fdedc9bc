package io.mindstream.lab.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NWayIdentificationTest {

  private static final double[] SCORES = {0.1, 0.7, 0.5, 0.3};

  @Test
  void shouldIdentifyTheHighestScoreAmongAllClasses() {
    assertEquals(1, identify(4, 1, 1));
  }

  @Test
  void shouldLoseTheSecondHighestAtFirstPlace() {
    assertEquals(0, identify(4, 1, 2));
  }

  @Test
  void shouldFindTheSecondHighestAmongTheFirstTwo() {
    assertEquals(1, identify(4, 2, 2));
  }

  @Test
  void shouldWinAsOftenAsTheBetterClassIsNotDrawn() {
    // Class 2 loses to class 1 alone, which is one of three possible opponents.
    assertEquals(2.0 / 3, identify(2, 1, 2), 0.02);
  }

  @Test
  void shouldCountEqualScoresAsLost() {
    double[] equal = {1, 1};

    assertEquals(0, new NWayIdentification(2, 1, 1).identify(equal, 0, new SplittableRandom(1)));
  }

  private static double identify(int n, int k, int truth) {
    return new NWayIdentification(n, k, 10_000).identify(SCORES, truth, new SplittableRandom(1));
  }
}
