package io.mindstream.benchmarks.preprocess;

import java.util.List;
import java.util.stream.IntStream;

/**
 * When each volume of many was done.
 *
 * @param nanos of the JVM's clock, ascending
 */
record Progress(List<Long> nanos) {

  private static final int PARTS = 10;

  static Progress of(List<Long> nanos) {
    return new Progress(nanos.stream().sorted().toList());
  }

  /** Volumes a second, the first tenth left out. */
  double rate() {
    return rate(nanos.size() / PARTS, nanos.size() - 1);
  }

  /** Volumes a second of each tenth but the first. */
  List<Double> tenths() {
    int part = nanos.size() / PARTS;
    return IntStream.range(1, PARTS).mapToObj(i -> rate(i * part, (i + 1) * part - 1)).toList();
  }

  private double rate(int from, int to) {
    return (to - from) / ((nanos.get(to) - nanos.get(from)) / 1e9);
  }
}
