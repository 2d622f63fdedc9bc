package io.mindstream.decoder.array;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An array of float64 in C order (last axis fastest), as NumPy files hold it and vectors are
 * prepared: with two axes a matrix of rows (trials or frames) and columns (voxels). Never changed
 * once made.
 */
public final class DoubleArray {

  private final long[] shape;
  private final double[] values;

  /**
   * Makes an array.
   *
   * @param values in C order; the array takes it over
   * @param shape sizes of the axes, outermost first; none for a single number
   */
  public DoubleArray(double[] values, long... shape) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill the shape " + Arrays.toString(shape));
    }
    this.shape = shape.clone();
    this.values = values;
  }

  /** Rows of equal length, one below the other. */
  public static DoubleArray ofRows(List<double[]> rows, int columns) {
    double[] joined = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    return new DoubleArray(joined, rows.size(), columns);
  }

  /** Sizes of the axes, outermost first; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** All elements in C order; not a copy. */
  public double[] values() {
    return values;
  }

  /** All elements in C order as float32; a copy. */
  public float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /**
   * This array, which must be a matrix.
   *
   * @param what names the array in the error
   * @throws UnusableArrayException where it has not two axes
   */
  public DoubleArray matrix(String what) {
    if (shape.length != 2) {
      throw new UnusableArrayException(
          what + " must have two axes (rows, columns), not the shape " + Arrays.toString(shape));
    }
    return this;
  }

  /** Rows of a matrix. */
  public int rows() {
    return Math.toIntExact(shape[0]);
  }

  /** Columns of a matrix. */
  public int columns() {
    return Math.toIntExact(shape[1]);
  }

  /** One element of a matrix. */
  public double at(int row, int column) {
    return values[row * columns() + column];
  }

  /** The given rows of a matrix, in the given order. */
  public DoubleArray selectRows(List<Integer> wanted) {
    int columns = columns();
    double[] selected = new double[wanted.size() * columns];
    for (int i = 0; i < wanted.size(); i++) {
      System.arraycopy(values, wanted.get(i) * columns, selected, i * columns, columns);
    }
    return new DoubleArray(selected, wanted.size(), columns);
  }

  /** The columns of a matrix whose index passes. */
  public DoubleArray selectColumns(IntPredicate wanted) {
    int[] kept = IntStream.range(0, columns()).filter(wanted).toArray();
    double[] selected = new double[rows() * kept.length];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < kept.length; i++) {
        selected[row * kept.length + i] = at(row, kept[i]);
      }
    }
    return new DoubleArray(selected, rows(), kept.length);
  }

  /** The mean of the rows of a matrix from one index (included) to another (excluded). */
  public double[] meanOfRows(int from, int to) {
    double[] mean = new double[columns()];
    for (int row = from; row < to; row++) {
      for (int column = 0; column < mean.length; column++) {
        mean[column] += at(row, column);
      }
    }
    for (int column = 0; column < mean.length; column++) {
      mean[column] /= to - from;
    }
    return mean;
  }

  /**
   * Matrices side by side.
   *
   * @throws IllegalArgumentException where their numbers of rows differ
   */
  public static DoubleArray besideEachOther(List<DoubleArray> parts) {
    int rows = parts.get(0).rows();
    if (parts.stream().anyMatch(part -> part.rows() != rows)) {
      throw new IllegalArgumentException(
          "matrices side by side have equally many rows, got "
              + parts.stream().map(DoubleArray::rows).toList());
    }
    int columns = parts.stream().mapToInt(DoubleArray::columns).sum();
    double[] joined = new double[rows * columns];
    int offset = 0;
    for (DoubleArray part : parts) {
      for (int row = 0; row < rows; row++) {
        int target = row * columns + offset;
        System.arraycopy(part.values, row * part.columns(), joined, target, part.columns());
      }
      offset += part.columns();
    }
    return new DoubleArray(joined, rows, columns);
  }

  /** Matrices of equally many columns one below the other. */
  public static DoubleArray belowEachOther(List<DoubleArray> parts) {
    int columns = parts.isEmpty() ? 0 : parts.get(0).columns();
    double[] joined = parts.stream().flatMapToDouble(part -> Arrays.stream(part.values)).toArray();
    return new DoubleArray(joined, parts.stream().mapToInt(DoubleArray::rows).sum(), columns);
  }
}
