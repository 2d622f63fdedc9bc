package io.mindstream.sink.dashboard;

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
    return new BoardState.Latency(at(sorted, 0.50), at(sorted, 0.99), count);
  }

  /** The smallest value that at least this share of the values does not exceed. */
  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }
}
