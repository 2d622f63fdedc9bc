package io.mindstream.bridge.simulation;

import java.util.Random;

/** Independent streams of random numbers from named seeds; the same on every JVM. */
final class Seeds {

  private Seeds() {}

  /** A generator for this combination of numbers (SplitMix64 finaliser over each of them). */
  static Random random(long... parts) {
    long state = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      state = mix(state + mix(part + 0x9E3779B97F4A7C15L));
    }
    return new Random(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
