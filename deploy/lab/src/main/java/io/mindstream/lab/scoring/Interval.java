package io.mindstream.lab.scoring;

import java.util.List;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A confidence interval of a share.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
record Interval(double low, double high) {

  private static final double LEVEL = 0.95;

  /**
   * The 95 % interval of Wilson, Probable inference, JASA 22 (1927): it stays inside 0 to 1 and
   * holds for few trials.
   *
   * @param hits trials that came out right
   * @param trials all trials, at least 1
   * @throws IllegalArgumentException where there are no trials, or more hits than trials
   */
  static Interval wilson(int hits, int trials) {
    ConfidenceInterval interval = new WilsonScoreInterval().createInterval(trials, hits, LEVEL);
    // Rounding may lead out of the range by the last digit.
    return new Interval(
        Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
  }

  /** Its lower and upper end, as JSON has it. */
  List<Double> ends() {
    return List.of(low, high);
  }
}
