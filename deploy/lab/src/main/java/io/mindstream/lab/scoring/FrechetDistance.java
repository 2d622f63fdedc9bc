package io.mindstream.lab.scoring;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * Frechet distance between two sets of pictures in the fixed classifier's class scores (C
 * dimensions). Made like the Frechet inception distance (Heusel et al., arXiv 1706.08500), but not
 * on Inception's features: its numbers cannot be compared with any published FID.
 */
final class FrechetDistance {

  private FrechetDistance() {}

  /**
   * |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)).
   *
   * @param first (N, F), N of 2 or more
   * @param second (M, F), M of 2 or more
   */
  static double between(double[][] first, double[][] second) {
    RealMatrix s1 = new Covariance(first).getCovarianceMatrix();
    RealMatrix s2 = new Covariance(second).getCovarianceMatrix();
    RealVector shift = mean(first).subtract(mean(second));
    RealMatrix root = root(s1);
    // (S1 S2)^(1/2) and (S1^(1/2) S2 S1^(1/2))^(1/2) have one trace; the latter is symmetric.
    double cross = root(root.multiply(s2).multiply(root)).getTrace();
    return shift.dotProduct(shift) + s1.getTrace() + s2.getTrace() - 2 * cross;
  }

  private static RealVector mean(double[][] rows) {
    RealVector sum = MatrixUtils.createRealVector(new double[rows[0].length]);
    for (double[] row : rows) {
      sum = sum.add(MatrixUtils.createRealVector(row));
    }
    return sum.mapDivide(rows.length);
  }

  private static RealMatrix root(RealMatrix symmetric) {
    RealMatrix even = symmetric.add(symmetric.transpose()).scalarMultiply(0.5);
    EigenDecomposition eigen = new EigenDecomposition(even);
    double[] roots = eigen.getRealEigenvalues();
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(Math.max(0, roots[i]));
    }
    return eigen
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
        .multiply(eigen.getVT());
  }
}
