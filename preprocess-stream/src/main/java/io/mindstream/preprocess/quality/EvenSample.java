package io.mindstream.preprocess.quality;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Evenly spread entries of arrays of one length: measures that sort each voxel, or its course, look
 * at no more, since all of them would cost a volume more than everything else.
 */
final class EvenSample {

  private final int most;
  private int[] positions = {};

  /** Of up to so many entries; arrays that have no more are taken whole. */
  EvenSample(int most) {
    this.most = most;
  }

  /**
   * So many positions from 0 to {@code length}, exclusive, ascending; all where there are fewer.
   */
  static int[] positions(int length, int most) {
    return length <= most
        ? IntStream.range(0, length).toArray()
        : IntStream.range(0, most).map(i -> (int) ((2L * i + 1) * length / (2L * most))).toArray();
  }

  /** So many values, as a new array; all where there are fewer. */
  static int[] of(int[] values, int most) {
    return Arrays.stream(positions(values.length, most)).map(i -> values[i]).toArray();
  }

  /** The sample of an array, as a new array. */
  float[] of(float[] values) {
    if (positions.length != Math.min(most, values.length)) {
      positions = positions(values.length, most);
    }
    float[] sample = new float[positions.length];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = values[positions[i]];
    }
    return sample;
  }
}
