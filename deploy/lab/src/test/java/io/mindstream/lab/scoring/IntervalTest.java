package io.mindstream.lab.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void shouldGiveTheTextbookIntervalForEightyOfAHundred() {
    Interval interval = Interval.wilson(80, 100);

    assertEquals(0.7112, interval.low(), 1e-4);
    assertEquals(0.8666, interval.high(), 1e-4);
  }

  @Test
  void shouldStayInsideZeroAndOneWhenEveryTrialIsAHit() {
    assertEquals(1, Interval.wilson(10, 10).high(), 1e-12);
  }

  @Test
  void shouldRefuseMoreHitsThanTrials() {
    assertThrows(IllegalArgumentException.class, () -> Interval.wilson(3, 2));
  }
}
