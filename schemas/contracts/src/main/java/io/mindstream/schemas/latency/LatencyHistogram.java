package io.mindstream.schemas.latency;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * How long many images took. Percentiles are of all that was recorded, by nearest rank, each within
 * 0.1 % of the duration that was measured. Not for several threads.
 */
public final class LatencyHistogram {

  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Histogram nanos = new Histogram(SIGNIFICANT_DIGITS);

  /** Records a duration; clocks that disagree can make one negative, which counts as none. */
  public void record(Duration took) {
    nanos.recordValue(Math.max(0, took.toNanos()));
  }

  /** How many durations were recorded. */
  public int count() {
    return Math.toIntExact(nanos.getTotalCount());
  }

  /** The median in milliseconds; 0 where nothing was recorded. */
  public double p50Millis() {
    return millis(50);
  }

  /** The 99th percentile in milliseconds; 0 where nothing was recorded. */
  public double p99Millis() {
    return millis(99);
  }

  private double millis(double percentile) {
    return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }
}
