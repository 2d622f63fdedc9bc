package io.mindstream.lab.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrechetDistanceTest {

  private static final double[][] SQUARE = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};

  @Test
  void shouldBeZeroBetweenEqualSets() {
    assertEquals(0, FrechetDistance.between(SQUARE, SQUARE), 1e-9);
  }

  @Test
  void shouldBeTheSquaredShiftBetweenShiftedSets() {
    assertEquals(9 + 16, FrechetDistance.between(SQUARE, moved(1, 3, 4)), 1e-9);
  }

  @Test
  void shouldMeasureADifferentSpread() {
    // Both axes: (sd1 - sd2)^2 with sd = sqrt(4/3) and three times that.
    assertEquals(2 * 4 * 4.0 / 3, FrechetDistance.between(SQUARE, moved(3, 0, 0)), 1e-9);
  }

  private static double[][] moved(double scale, double dx, double dy) {
    double[][] moved = new double[SQUARE.length][];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = new double[] {scale * SQUARE[i][0] + dx, scale * SQUARE[i][1] + dy};
    }
    return moved;
  }
}
