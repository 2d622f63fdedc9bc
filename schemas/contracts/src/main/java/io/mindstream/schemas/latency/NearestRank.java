package io.mindstream.schemas.latency;

/** Percentiles by nearest rank: always a value that was measured. */
public final class NearestRank {

  private NearestRank() {}

  /**
   * The least value that at least this share of all values does not exceed.
   *
   * @param sorted at least one value, smallest first
   * @param share above 0, at most 1
   */
  public static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
