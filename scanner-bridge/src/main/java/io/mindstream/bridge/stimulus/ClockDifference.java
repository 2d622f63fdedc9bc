package io.mindstream.bridge.stimulus;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far the stimulus computer's clock is ahead of another one, in seconds. Pure. */
public final class ClockDifference {

  private ClockDifference() {}

  /**
   * Ahead of the scanner's clock: the median over volumes, so that a late trigger does no harm.
   *
   * @param triggers by volume, by the stimulus computer's clock
   * @param acquired by volume, by the scanner's clock
   * @return empty where no volume has both
   */
  public static OptionalDouble median(
      Map<Integer, Double> triggers, Map<Integer, Double> acquired) {
    double[] differences =
        triggers.entrySet().stream()
            .flatMap(
                trigger ->
                    Optional.ofNullable(acquired.get(trigger.getKey()))
                        .map(at -> trigger.getValue() - at)
                        .stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return differences.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(middle(differences));
  }

  /**
   * Ahead of our clock. What is sent comes later, never earlier, so that the largest difference is
   * the truest: it lacks no more than the quickest delivery took.
   *
   * @param sentMinusReceived one a post: its sending by their clock less its coming by ours
   */
  public static OptionalDouble ofPosts(double[] sentMinusReceived) {
    return Arrays.stream(sentMinusReceived).max();
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
