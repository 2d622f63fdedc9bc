package io.mindstream.lab.scoring;

/**
 * A confidence interval of a share.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
public record Interval(double low, double high) {

  private static final double Z95 = 1.959963984540054;

  /**
   * The 95 % interval of Wilson, Probable inference, JASA 22 (1927): it stays inside 0 to 1 and
   * holds for few trials.
   *
   * @param hits trials that came out right
   * @param trials all trials, at least 1
   */
  public static Interval wilson(int hits, int trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " hits of " + trials + " trials make no share");
    }
    double share = (double) hits / trials;
    double z2 = Z95 * Z95;
    double centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
    double half =
        Z95
            * Math.sqrt(share * (1 - share) / trials + z2 / (4.0 * trials * trials))
            / (1 + z2 / trials);
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
