package io.mindstream.decoder.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows (trials or frames) by columns (voxels) of float64, row by row. Never changed once made. */
public final class Matrix {

  private final int rows;
  private final int columns;
  private final double[] values;

  /**
   * Makes a matrix.
   *
   * @param values row by row; the matrix takes it over
   */
  public Matrix(int rows, int columns, double[] values) {
    if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not make " + rows + " rows of " + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** One element. */
  public double at(int row, int column) {
    return values[row * columns + column];
  }

  /** All elements, row by row; not a copy. */
  double[] values() {
    return values;
  }

  /** All elements as float32, row by row; a copy. */
  public float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The given rows, in the given order. */
  public Matrix selectRows(List<Integer> wanted) {
    double[] selected = new double[wanted.size() * columns];
    for (int i = 0; i < wanted.size(); i++) {
      System.arraycopy(values, wanted.get(i) * columns, selected, i * columns, columns);
    }
    return new Matrix(wanted.size(), columns, selected);
  }

  /** The columns whose index passes. */
  public Matrix selectColumns(IntPredicate wanted) {
    int[] kept = IntStream.range(0, columns).filter(wanted).toArray();
    double[] selected = new double[rows * kept.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < kept.length; i++) {
        selected[row * kept.length + i] = at(row, kept[i]);
      }
    }
    return new Matrix(rows, kept.length, selected);
  }

  /** The mean of the rows from one index (included) to another (excluded). */
  public double[] meanOfRows(int from, int to) {
    double[] mean = new double[columns];
    for (int row = from; row < to; row++) {
      for (int column = 0; column < columns; column++) {
        mean[column] += at(row, column);
      }
    }
    for (int column = 0; column < columns; column++) {
      mean[column] /= to - from;
    }
    return mean;
  }

  /** Matrices of equally many rows side by side. */
  static Matrix besideEachOther(List<Matrix> parts) {
    int rows = parts.get(0).rows;
    int columns = parts.stream().mapToInt(Matrix::columns).sum();
    double[] joined = new double[rows * columns];
    int offset = 0;
    for (Matrix part : parts) {
      for (int row = 0; row < rows; row++) {
        int target = row * columns + offset;
        System.arraycopy(part.values, row * part.columns, joined, target, part.columns);
      }
      offset += part.columns;
    }
    return new Matrix(rows, columns, joined);
  }

  /** Matrices of equally many columns one below the other. */
  static Matrix belowEachOther(List<Matrix> parts) {
    int columns = parts.isEmpty() ? 0 : parts.get(0).columns;
    double[] joined = parts.stream().flatMapToDouble(part -> Arrays.stream(part.values)).toArray();
    return new Matrix(parts.stream().mapToInt(Matrix::rows).sum(), columns, joined);
  }

  /** Rows of equal length as a matrix. */
  static Matrix ofRows(List<double[]> rows, int columns) {
    double[] joined = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    return new Matrix(rows.size(), columns, joined);
  }
}
