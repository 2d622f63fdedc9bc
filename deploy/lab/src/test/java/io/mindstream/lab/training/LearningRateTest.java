package io.mindstream.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LearningRateTest {

  private final LearningRate rate = new LearningRate(2e-3, 10, 110);

  @Test
  void shouldRiseInEqualSteps() {
    assertEquals(1e-3, rate.at(4), 1e-12);
  }

  @Test
  void shouldReachThePeakAfterTheWarmUp() {
    assertEquals(2e-3, rate.at(10), 1e-12);
  }

  @Test
  void shouldBeHalfwayDownInTheMiddleOfTheCosine() {
    assertEquals(2e-3 * 0.505, rate.at(60), 1e-12);
  }

  @Test
  void shouldRefuseAWarmUpAsLongAsTheTraining() {
    assertThrows(IllegalArgumentException.class, () -> new LearningRate(1e-3, 10, 10));
  }
}
