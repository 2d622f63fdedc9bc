package io.mindstream.bridge.simulation;

import java.util.Arrays;

/** Ridge regression in its dual form, small and plain: enough to ask what voxels tell. */
final class Ridge {

  private Ridge() {}

  /** Weights of the training rows, (N, targets). */
  static double[][] fit(double[][] x, double[][] y, double lambda) {
    double[][] kernel = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        kernel[i][j] = dot(x[i], x[j]) + (i == j ? lambda : 0);
      }
    }
    return solve(kernel, Arrays.stream(y).map(double[]::clone).toArray(double[][]::new));
  }

  static double[] predict(double[][] x, double[][] dual, double[] row) {
    double[] prediction = new double[dual[0].length];
    for (int i = 0; i < x.length; i++) {
      double similarity = dot(x[i], row);
      for (int t = 0; t < prediction.length; t++) {
        prediction[t] += similarity * dual[i][t];
      }
    }
    return prediction;
  }

  static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Gaussian elimination; the matrix is positive definite, so it needs no pivots. */
  private static double[][] solve(double[][] a, double[][] b) {
    for (int k = 0; k < a.length; k++) {
      for (int i = k + 1; i < a.length; i++) {
        double factor = a[i][k] / a[k][k];
        subtract(a[i], a[k], factor);
        subtract(b[i], b[k], factor);
      }
    }
    for (int k = a.length - 1; k >= 0; k--) {
      for (int j = k + 1; j < a.length; j++) {
        subtract(b[k], b[j], a[k][j]);
      }
      for (int t = 0; t < b[k].length; t++) {
        b[k][t] /= a[k][k];
      }
    }
    return b;
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }
}
