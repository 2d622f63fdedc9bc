package io.mindstream.sink.dashboard;

import io.mindstream.schemas.latency.NearestRank;
import java.util.Arrays;

/** Median and 99th percentile of the newest values, a thousand at most. Not for several threads. */
final class Percentiles {

  private static final int KEPT = 1000;

  private final double[] values = new double[KEPT];
  private int count;

  void add(double value) {
    values[count % KEPT] = value;
    count++;
  }

  BoardState.Latency summary() {
    double[] sorted = Arrays.copyOf(values, Math.min(count, KEPT));
    Arrays.sort(sorted);
    return new BoardState.Latency(
        NearestRank.percentile(sorted, 0.50), NearestRank.percentile(sorted, 0.99), count);
  }
}
