package io.mindstream.preprocess.signal;

/**
 * Products of a design of Q columns with itself and with the voxels, for any lag-1 autocorrelation
 * rho of the noise; see {@link RunningProducts}. For reading, until the next volume is added.
 *
 * @param lastX (Q) the newest row of the design
 * @param lastY (V) the newest volume, relative to the origin
 * @param origin (V) the first volume
 * @param rows n
 */
@SuppressWarnings("ArrayRecordComponent") // A view of running sums, never compared.
record ModelProducts(
    Moments all,
    Moments pairs,
    Moments ends,
    double[] lastX,
    double[] lastY,
    float[] origin,
    int rows) {

  int columns() {
    return all.columns();
  }

  int voxels() {
    return lastY.length;
  }

  /** (Q, Q) products of the whitened design. */
  double[][] normal(double rho) {
    double[][] normal = new double[columns()][columns()];
    for (int a = 0; a < normal.length; a++) {
      for (int b = 0; b < normal.length; b++) {
        normal[a][b] = all.xx(a, b);
        if (rho != 0) {
          double rest = all.xx(a, b) - ends.xx(a, b) - lastX[a] * lastX[b];
          normal[a][b] += rho * (rho * rest - pairs.xx(a, b));
        }
      }
    }
    return normal;
  }

  /** Writes the (Q) products of the whitened design with a whitened voxel into {@code b}. */
  void withVoxel(double rho, int voxel, double[] b) {
    for (int a = 0; a < b.length; a++) {
      b[a] = all.xy(a, voxel);
      if (rho != 0) {
        double rest = all.xy(a, voxel) - ends.xy(a, voxel) - lastX[a] * lastY[voxel];
        b[a] += rho * (rho * rest - pairs.xy(a, voxel));
      }
    }
  }

  /** Sum of squares of a whitened voxel, relative to the origin. */
  double squares(double rho, int voxel) {
    double squares = all.yy(voxel);
    if (rho == 0) {
      return squares;
    }
    double rest = squares - ends.yy(voxel) - lastY[voxel] * lastY[voxel];
    return squares + rho * (rho * rest - pairs.yy(voxel));
  }

  /** Sum over neighbours of {@code e(t) e(t-1)}, e the residuals of coefficients. */
  double laggedResiduals(int voxel, double[] coefficients) {
    double sum = pairs.yy(voxel);
    for (int a = 0; a < coefficients.length; a++) {
      double row = -2 * pairs.xy(a, voxel);
      for (int b = 0; b < coefficients.length; b++) {
        row += coefficients[b] * pairs.xx(a, b);
      }
      sum += coefficients[a] * row;
    }
    return sum / 2;
  }

  /** Mean square of a voxel in scanner units, its mean included. */
  double meanSquare(int voxel) {
    double shift = origin[voxel];
    return (all.yy(voxel) + 2 * shift * all.xy(0, voxel)) / rows + shift * shift;
  }
}
