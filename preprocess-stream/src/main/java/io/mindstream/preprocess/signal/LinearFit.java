package io.mindstream.preprocess.signal;

/**
 * A solved system of normal equations, for one autocorrelation of the noise. A column that the ones
 * before it explain gets the coefficient 0: the sweep operator of Goodnight, The American
 * Statistician 33 (1979), with its tolerance.
 *
 * @param rho the autocorrelation
 * @param normal (Q, Q) products of the whitened design, without prior
 * @param inverse (Q, Q) of these with the prior; 0 where a column is left out
 * @param rank how many columns are not left out
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LinearFit(double rho, double[][] normal, double[][] inverse, int rank) {

  /** A column of which less than this share is its own is left out. */
  private static final double TOLERANCE = 1e-10;

  static LinearFit of(ModelProducts products, Prior prior, double rho) {
    double[][] normal = products.normal(rho);
    double[][] swept = prior.added(normal, products.rows(), rho);
    double[] scale = unitDiagonal(swept);
    boolean[] kept = new boolean[swept.length];
    int rank = 0;
    for (int k = 0; k < swept.length; k++) {
      if (swept[k][k] > TOLERANCE) {
        sweep(swept, k);
        kept[k] = true;
        rank++;
      }
    }
    for (int a = 0; a < swept.length; a++) {
      for (int b = 0; b < swept.length; b++) {
        swept[a][b] = kept[a] && kept[b] ? swept[a][b] * scale[a] * scale[b] : 0;
      }
    }
    return new LinearFit(rho, normal, swept, rank);
  }

  /** Writes the (Q) coefficients that belong to products {@code b} into {@code coefficients}. */
  void solve(double[] b, double[] coefficients) {
    for (int a = 0; a < b.length; a++) {
      double sum = 0;
      for (int j = 0; j < b.length; j++) {
        sum += inverse[a][j] * b[j];
      }
      coefficients[a] = sum;
    }
  }

  /** Sum of squared residuals. */
  double residuals(double squares, double[] b, double[] coefficients) {
    double sum = squares;
    for (int a = 0; a < b.length; a++) {
      double row = -2 * b[a];
      for (int j = 0; j < b.length; j++) {
        row += normal[a][j] * coefficients[j];
      }
      sum += coefficients[a] * row;
    }
    return Math.max(0, sum);
  }

  private static double[] unitDiagonal(double[][] matrix) {
    double[] scale = new double[matrix.length];
    for (int a = 0; a < scale.length; a++) {
      scale[a] = matrix[a][a] > 0 ? 1 / Math.sqrt(matrix[a][a]) : 0;
    }
    for (int a = 0; a < scale.length; a++) {
      for (int b = 0; b < scale.length; b++) {
        matrix[a][b] *= scale[a] * scale[b];
      }
    }
    return scale;
  }

  /** Gauss-Jordan elimination in place: what was swept becomes the inverse. */
  private static void sweep(double[][] m, int k) {
    double pivot = m[k][k];
    for (int b = 0; b < m.length; b++) {
      m[k][b] /= pivot;
    }
    for (int a = 0; a < m.length; a++) {
      if (a != k) {
        double factor = m[a][k];
        for (int b = 0; b < m.length; b++) {
          m[a][b] -= factor * m[k][b];
        }
        m[a][k] = -factor / pivot;
      }
    }
    m[k][k] = 1 / pivot;
  }
}
