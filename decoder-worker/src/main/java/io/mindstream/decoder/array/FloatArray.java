package io.mindstream.decoder.array;

import java.util.Arrays;
import java.util.List;

/**
 * An array of floats with a shape, outside native memory.
 *
 * @param shape sizes of the axes
 * @param values in C order; owned by this record, do not write
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record FloatArray(long[] shape, float[] values) {

  /** Checks that the values fill the shape. */
  public FloatArray {
    long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (count != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill the shape " + Arrays.toString(shape));
    }
  }

  /**
   * A part along the first axis.
   *
   * @param from first index, from 0
   * @param to index after the last
   */
  public FloatArray slice(int from, int to) {
    int row = Math.toIntExact(values.length / shape[0]);
    long[] sliced = shape.clone();
    sliced[0] = (long) to - from;
    return new FloatArray(sliced, Arrays.copyOfRange(values, from * row, to * row));
  }

  /**
   * Arrays one after the other along the first axis.
   *
   * @param parts at least one; all axes but the first alike
   */
  public static FloatArray concatenate(List<FloatArray> parts) {
    long[] shape = parts.get(0).shape().clone();
    shape[0] = parts.stream().mapToLong(part -> part.shape()[0]).sum();
    float[] values = new float[parts.stream().mapToInt(part -> part.values().length).sum()];
    int at = 0;
    for (FloatArray part : parts) {
      System.arraycopy(part.values(), 0, values, at, part.values().length);
      at += part.values().length;
    }
    return new FloatArray(shape, values);
  }
}
