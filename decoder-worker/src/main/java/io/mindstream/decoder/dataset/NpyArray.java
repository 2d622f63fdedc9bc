package io.mindstream.decoder.dataset;

import java.util.Arrays;

/**
 * An array of a {@code .npy} file, in C order (last axis fastest), as doubles: exact for every type
 * that the reader takes except 64-bit integers above 2^53.
 */
public final class NpyArray {

  private final double[] data;
  private final long[] shape;
  private final boolean bool;

  /**
   * Makes an array.
   *
   * @param data elements in C order; the array takes it over
   * @param bool whether the elements are truth values
   * @param shape sizes of the axes, outermost first; empty for a single number
   */
  NpyArray(double[] data, boolean bool, long... shape) {
    this.data = data;
    this.bool = bool;
    this.shape = shape.clone();
  }

  /** Elements in C order; not a copy. */
  public double[] data() {
    return data;
  }

  /** Elements in C order as float32; a copy. */
  public float[] floats() {
    float[] floats = new float[data.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) data[i];
    }
    return floats;
  }

  /** Sizes of the axes, outermost first; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** Whether the elements are truth values, 0 or 1. */
  public boolean bool() {
    return bool;
  }

  /**
   * This array as rows and columns.
   *
   * @param what names the array in the error
   * @throws DatasetException where it has not two axes
   */
  public Matrix matrix(String what) {
    if (shape.length != 2) {
      throw new DatasetException(
          what + " must have two axes (rows, columns), not the shape " + Arrays.toString(shape));
    }
    return new Matrix((int) shape[0], (int) shape[1], data);
  }
}
