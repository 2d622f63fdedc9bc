package io.mindstream.standalone.tally;

import com.fasterxml.jackson.annotation.JsonProperty;
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
    return new LatencySummary(sorted.length, percentile(sorted, 0.50), percentile(sorted, 0.99));
  }

  /** Nearest rank: the least value that at least this share of all values does not exceed. */
  private static @Nullable Double percentile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return null;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[rank - 1];
  }
}
