package io.mindstream.bridge.console;

import java.util.stream.IntStream;

/** Every second slice first, then those between, as most 2D sequences have it. */
final class SliceOrder {

  private static final double TICKS = 1e4;

  private SliceOrder() {}

  /**
   * Slices in the order of their acquisition, origin 0.
   *
   * @param first 0 or 1, the slice that is first
   */
  static int[] interleaved(int slices, int first) {
    return IntStream.concat(
            IntStream.range(0, slices).filter(slice -> slice % 2 == first),
            IntStream.range(0, slices).filter(slice -> slice % 2 != first))
        .toArray();
  }

  /** Siemens: an even number of slices begins with the second one. */
  static int[] ofSiemens(int slices) {
    return interleaved(slices, slices % 2 == 0 && slices > 1 ? 1 : 0);
  }

  /**
   * When each slice is acquired, in order of place: seconds after the volume's start, tenths of
   * milliseconds.
   */
  static double[] seconds(int[] order, double repetitionTimeSeconds) {
    double[] seconds = new double[order.length];
    for (int turn = 0; turn < order.length; turn++) {
      double exact = turn * repetitionTimeSeconds / order.length;
      seconds[order[turn]] = Math.floor(exact * TICKS) / TICKS;
    }
    return seconds;
  }
}
