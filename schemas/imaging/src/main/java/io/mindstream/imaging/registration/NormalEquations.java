package io.mindstream.imaging.registration;

import java.util.Optional;

/** The sums of a linear least squares fit: rows come and go one by one. For one thread. */
final class NormalEquations {

  /** A pivot below this share of its diagonal means that columns depend on each other. */
  private static final double SINGULAR = 1e-10;

  private final int columns;
  private final double[][] matrix;

  NormalEquations(int columns) {
    this.columns = columns;
    this.matrix = new double[columns][columns];
  }

  NormalEquations copy() {
    NormalEquations copy = new NormalEquations(columns);
    for (int row = 0; row < columns; row++) {
      copy.matrix[row] = matrix[row].clone();
    }
    return copy;
  }

  /** Counts the row that begins at an index; a sign of -1 takes it out again. */
  void add(double[] rows, int from, double sign) {
    for (int i = 0; i < columns; i++) {
      double scaled = sign * rows[from + i];
      for (int j = 0; j <= i; j++) {
        matrix[i][j] += scaled * rows[from + j];
      }
    }
  }

  /**
   * The coefficients for the products of columns and data (Cholesky); empty where many would do.
   */
  Optional<double[]> solve(double[] products) {
    double[][] root = new double[columns][columns];
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= i; j++) {
        double left = matrix[i][j] - dot(root[i], root[j], j);
        if (i > j) {
          root[i][j] = left / root[j][j];
        } else if (left > SINGULAR * matrix[i][i]) {
          root[i][i] = Math.sqrt(left);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(substitute(root, products));
  }

  private double[] substitute(double[][] root, double[] products) {
    double[] solution = new double[columns];
    for (int i = 0; i < columns; i++) {
      solution[i] = (products[i] - dot(root[i], solution, i)) / root[i][i];
    }
    for (int i = columns - 1; i >= 0; i--) {
      for (int j = i + 1; j < columns; j++) {
        solution[i] -= root[j][i] * solution[j];
      }
      solution[i] /= root[i][i];
    }
    return solution;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
