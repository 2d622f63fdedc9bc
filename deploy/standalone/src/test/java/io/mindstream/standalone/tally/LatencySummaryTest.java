package io.mindstream.standalone.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencySummaryTest {

  private static final List<Duration> HUNDRED =
      LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();

  @Test
  void shouldTakeTheMedianByNearestRank() {
    assertThat(LatencySummary.of(HUNDRED).p50Millis()).isCloseTo(50.0, withinPercentage(0.1));
  }

  @Test
  void shouldTakeTheNinetyNinthPercentileByNearestRank() {
    assertThat(LatencySummary.of(HUNDRED).p99Millis()).isCloseTo(99.0, withinPercentage(0.1));
  }

  @Test
  void shouldCountTheImages() {
    assertThat(LatencySummary.of(HUNDRED).count()).isEqualTo(100);
  }

  @Test
  void shouldSayNothingOfNoValues() {
    assertThat(LatencySummary.of(List.of())).isEqualTo(new LatencySummary(0, null, null));
  }
}
