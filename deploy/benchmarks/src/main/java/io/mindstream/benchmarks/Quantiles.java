package io.mindstream.benchmarks;

import java.util.List;

/**
 * Numbers in order.
 *
 * @param sorted the least first, at least one
 */
public record Quantiles(List<Double> sorted) {

  /** Of numbers in any order. */
  public static Quantiles of(List<Double> numbers) {
    return new Quantiles(numbers.stream().sorted().toList());
  }

  /**
   * A quantile by the nearest rank.
   *
   * @param share 0 for the least, 1 for the largest
   */
  public double at(double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
