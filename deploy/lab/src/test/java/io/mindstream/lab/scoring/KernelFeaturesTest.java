package io.mindstream.lab.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFeaturesTest {

  private static final int F = 20;
  private static final double WIDTH = 2;

  private final KernelFeatures kernel = new KernelFeatures(F, WIDTH);

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, 3, 6})
  void shouldHaveProductsAsTheGaussianKernel(double distance) {
    double[] row = new SplittableRandom(3).doubles(F).toArray();
    double[] other = row.clone();
    other[4] += distance;

    // Half of them: the mean of a squared cosine. The error falls as the root of their number.
    double product = 2 * product(kernel.of(row), kernel.of(other)) / KernelFeatures.COUNT;

    assertThat(product)
        .isCloseTo(Math.exp(-distance * distance / (2 * WIDTH * WIDTH)), within(0.1));
  }

  @Test
  void shouldAlwaysHaveTheSameDirections() {
    double[] row = new double[F];
    Arrays.fill(row, 0.5);

    assertThat(new KernelFeatures(F, WIDTH).of(row)).isEqualTo(kernel.of(row));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
