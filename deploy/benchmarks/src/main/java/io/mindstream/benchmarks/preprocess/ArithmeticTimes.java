package io.mindstream.benchmarks.preprocess;

import io.mindstream.benchmarks.Jmh;
import java.util.Map;

/** Runs {@link VolumeArithmetic} in a JVM of its own. */
record ArithmeticTimes(int seconds) {

  void print() {
    System.out.println("arithmetic of a volume, microseconds: least, median");
    new Jmh(2, seconds, 2, seconds)
        .all(VolumeArithmetic.class, Map.of())
        .forEach(
            (name, times) ->
                System.out.printf(
                    "  %-10s %8.1f %8.1f%n", name, times.getMin(), times.getPercentile(50)));
  }
}
