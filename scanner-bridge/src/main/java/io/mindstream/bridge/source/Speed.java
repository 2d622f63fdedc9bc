package io.mindstream.bridge.source;

import java.util.Locale;

/**
 * How fast scanner time passes against the wall clock.
 *
 * @param factor 1 is the scanner's own pace; infinity means as fast as Kafka takes it
 */
public record Speed(double factor) {

  /** The scanner's own pace. */
  public static final Speed REAL_TIME = new Speed(1);

  /** As fast as Kafka takes it. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  /** Checks that time goes forward. */
  public Speed {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("speed must be above 0, or max; got " + factor);
    }
  }

  /**
   * Reads {@code 1}, {@code 2.5} or {@code max}.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  public static Speed parse(String text) {
    if (text.equalsIgnoreCase("max")) {
      return MAX;
    }
    try {
      return new Speed(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a speed; write a number such as 1 or 10, or max", e);
    }
  }

  /** True where nothing waits. */
  public boolean isMax() {
    return Double.isInfinite(factor);
  }

  @Override
  public String toString() {
    return isMax() ? "max" : String.format(Locale.ROOT, "%.3g", factor);
  }
}
