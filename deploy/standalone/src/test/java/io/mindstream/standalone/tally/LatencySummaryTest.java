package io.mindstream.standalone.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencySummaryTest {

  @Test
  void shouldTakePercentilesByNearestRank() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();

    assertThat(LatencySummary.of(hundred)).isEqualTo(new LatencySummary(100, 50.0, 99.0));
  }

  @Test
  void shouldTakeTheOnlyValueForEveryPercentile() {
    assertThat(LatencySummary.of(List.of(7.0))).isEqualTo(new LatencySummary(1, 7.0, 7.0));
  }

  @Test
  void shouldSayNothingOfNoValues() {
    assertThat(LatencySummary.of(List.of())).isEqualTo(new LatencySummary(0, null, null));
  }
}
