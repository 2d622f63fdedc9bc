package io.mindstream.decoder.array;

import java.util.function.DoubleUnaryOperator;

/** Sums by halves, so that rounding grows with the logarithm of the count, not with the count. */
final class PairwiseSum {

  private static final int BLOCK = 128;

  private PairwiseSum() {}

  /** The sum of a function of each value. */
  static double of(double[] values, DoubleUnaryOperator term) {
    return sum(values, 0, values.length, term);
  }

  private static double sum(double[] values, int from, int to, DoubleUnaryOperator term) {
    if (to - from > BLOCK) {
      int middle = (from + to) >>> 1;
      return sum(values, from, middle, term) + sum(values, middle, to, term);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += term.applyAsDouble(values[i]);
    }
    return sum;
  }
}
