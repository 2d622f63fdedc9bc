package io.mindstream.lab.training;

import java.util.Arrays;
import java.util.Collection;

/**
 * What a training takes, told before it begins: the largest presets do not fit a small machine.
 *
 * @param weights of all tensors, those of training alone among them
 */
record TrainingMemory(long weights) {

  /** The weights, and three arrays as long when a stage begins and ends; 4 bytes each. */
  private static final int HEAP_BYTES = 16;

  /** Parameters, moments, average, marks, gradient and what the optimizer works in; 4 each. */
  private static final int NATIVE_BYTES = 40;

  private static final double GIGABYTE = 1e9;

  /** For tensors of these shapes. */
  static TrainingMemory of(Collection<long[]> shapes) {
    return new TrainingMemory(
        shapes.stream().mapToLong(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b)).sum());
  }

  /**
   * Checks that the weights fit the Java heap.
   *
   * @param heap bytes that the heap may take
   * @throws TrainingException where they do not; it says how to get a larger heap
   */
  void check(long heap) {
    long needed = weights * HEAP_BYTES;
    if (needed > heap) {
      throw new TrainingException(
          """
          a model of %d million weights takes %.0f GB of Java heap to train, and about %.0f GB beside \
          it; the heap may take %.1f GB: set MINDSTREAM_JAVA_OPTS=-Xmx%dg on a machine that has both"""
              .formatted(
                  Math.round(weights / 1e6),
                  needed / GIGABYTE,
                  weights * NATIVE_BYTES / GIGABYTE,
                  heap / GIGABYTE,
                  (long) Math.ceil(needed / GIGABYTE) + 1));
    }
  }
}
