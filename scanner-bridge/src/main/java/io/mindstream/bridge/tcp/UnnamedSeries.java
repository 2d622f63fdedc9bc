package io.mindstream.bridge.tcp;

/**
 * Names for series whose sender gives none: another one begins where the number goes back to the
 * first. For any number of threads.
 */
final class UnnamedSeries {

  private int count;
  private int highest = 2;

  synchronized String of(int number) {
    if (number <= 1 && highest > 1) {
      count++;
      highest = number;
    }
    highest = Math.max(highest, number);
    return "unnamed " + count;
  }
}
