package io.mindstream.schemas.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

  private final LatencyHistogram histogram = new LatencyHistogram();

  @Test
  void shouldTakeTheFiftiethOfAHundredAsTheMedian() {
    recordMillis(LongStream.rangeClosed(1, 100));

    assertThat(histogram.p50Millis()).isCloseTo(50, withinPercentage(0.1));
  }

  @Test
  void shouldTakeTheNinetyNinthOfAHundredAsTheNinetyNinthPercentile() {
    recordMillis(LongStream.rangeClosed(1, 100));

    assertThat(histogram.p99Millis()).isCloseTo(99, withinPercentage(0.1));
  }

  @Test
  void shouldTakeTheOnlyValueForEveryPercentile() {
    recordMillis(LongStream.of(7));

    assertThat(histogram.p99Millis()).isEqualTo(histogram.p50Millis());
  }

  @Test
  void shouldHoldAWeekAsWellAsAMicrosecond() {
    histogram.record(Duration.ofNanos(1000));
    histogram.record(Duration.ofDays(7));

    assertThat(histogram.p99Millis())
        .isCloseTo(Duration.ofDays(7).toMillis(), withinPercentage(0.1));
  }

  @Test
  void shouldCountANegativeDurationAsNone() {
    histogram.record(Duration.ofMillis(-5));

    assertThat(histogram.p50Millis()).isZero();
  }

  @Test
  void shouldCountEveryDuration() {
    recordMillis(LongStream.of(1, 1, 2));

    assertThat(histogram.count()).isEqualTo(3);
  }

  private void recordMillis(LongStream millis) {
    millis.mapToObj(Duration::ofMillis).forEach(histogram::record);
  }
}
