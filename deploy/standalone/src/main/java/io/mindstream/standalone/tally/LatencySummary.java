package io.mindstream.standalone.tally;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mindstream.schemas.latency.LatencyHistogram;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How long a stage took.
 *
 * @param count images measured
 * @param p50Millis median, milliseconds; null where nothing was measured
 * @param p99Millis 99th percentile by nearest rank, milliseconds; null where nothing was measured
 */
public record LatencySummary(
    int count,
    @JsonProperty("p50Ms") @Nullable Double p50Millis,
    @JsonProperty("p99Ms") @Nullable Double p99Millis) {

  /** Sums up single measurements. */
  public static LatencySummary of(Collection<Duration> measured) {
    LatencyHistogram histogram = new LatencyHistogram();
    measured.forEach(histogram::record);
    return measured.isEmpty()
        ? new LatencySummary(0, null, null)
        : new LatencySummary(histogram.count(), histogram.p50Millis(), histogram.p99Millis());
  }
}
