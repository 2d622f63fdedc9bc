package io.mindstream.imaging.registration;

import java.util.Arrays;
import java.util.List;

/** A map of points to points: a 3 x 3 matrix and a shift. Immutable. */
public final class AffineMap {

  private static final int NUMBERS = 12;

  /** Each point to itself. */
  public static final AffineMap IDENTITY =
      new AffineMap(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

  private final double[] rows;

  private AffineMap(double[] rows) {
    this.rows = rows;
  }

  /**
   * Of the upper three rows of a 4 x 4 matrix.
   *
   * @param rows twelve numbers, row by row, as in {@code Geometry.affine}
   * @throws IllegalArgumentException where there are not twelve
   */
  public static AffineMap of(List<Double> rows) {
    if (rows.size() != NUMBERS) {
      throw new IllegalArgumentException("an affine has 12 numbers, got " + rows.size());
    }
    return new AffineMap(rows.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Of a 3 x 3 matrix, row by row, and a shift. */
  static AffineMap of(double[] matrix, double[] shift) {
    double[] rows = new double[NUMBERS];
    for (int row = 0; row < 3; row++) {
      System.arraycopy(matrix, 3 * row, rows, 4 * row, 3);
      rows[4 * row + 3] = shift[row];
    }
    return new AffineMap(rows);
  }

  /** The number at a row, 0 to 2, and a column, 0 to 3; column 3 is the shift. */
  public double at(int row, int column) {
    return rows[4 * row + column];
  }

  /** Where a point goes; three numbers, the caller's own. */
  public double[] apply(double x, double y, double z) {
    double[] mapped = new double[3];
    for (int row = 0; row < 3; row++) {
      mapped[row] = at(row, 0) * x + at(row, 1) * y + at(row, 2) * z + at(row, 3);
    }
    return mapped;
  }

  /** The map that does another one first, then this one. */
  public AffineMap after(AffineMap first) {
    double[] product = new double[NUMBERS];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double sum = column == 3 ? at(row, 3) : 0;
        for (int i = 0; i < 3; i++) {
          sum += at(row, i) * first.at(i, column);
        }
        product[4 * row + column] = sum;
      }
    }
    return new AffineMap(product);
  }

  /** The way back; its numbers are not finite where there is none. See {@link #isFinite}. */
  public AffineMap inverse() {
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += at(0, i) * cofactor(0, i);
    }
    double[] inverted = new double[NUMBERS];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        inverted[4 * row + column] = cofactor(column, row) / determinant;
        inverted[4 * row + 3] -= inverted[4 * row + column] * at(column, 3);
      }
    }
    return new AffineMap(inverted);
  }

  private double cofactor(int row, int column) {
    int r1 = (row + 1) % 3;
    int r2 = (row + 2) % 3;
    int c1 = (column + 1) % 3;
    int c2 = (column + 2) % 3;
    return at(r1, c1) * at(r2, c2) - at(r1, c2) * at(r2, c1);
  }

  /** True where every number is one. */
  public boolean isFinite() {
    return Arrays.stream(rows).allMatch(Double::isFinite);
  }

  /** The twelve numbers, row by row. */
  public List<Double> rows() {
    return Arrays.stream(rows).boxed().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AffineMap map && Arrays.equals(rows, map.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.toString(rows);
  }
}
