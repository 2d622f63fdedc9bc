package io.mindstream.standalone.tally;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mindstream.schemas.latency.NearestRank;
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

  /** Sums up single measurements, in milliseconds. */
  public static LatencySummary of(Collection<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(d -> d).sorted().toArray();
    return sorted.length == 0
        ? new LatencySummary(0, null, null)
        : new LatencySummary(
            sorted.length,
            NearestRank.percentile(sorted, 0.50),
            NearestRank.percentile(sorted, 0.99));
  }
}
