package io.mindstream.imaging.registration;

/** Rotations as 3 x 3 matrices, row by row. */
final class Rotation {

  private Rotation() {}

  /** First about x, then about y, then about z: Rz * Ry * Rx; radians. */
  static double[] ofAngles(double x, double y, double z) {
    double cx = Math.cos(x);
    double sx = Math.sin(x);
    double cy = Math.cos(y);
    double sy = Math.sin(y);
    double cz = Math.cos(z);
    double sz = Math.sin(z);
    return new double[] {
      cz * cy,
      cz * sy * sx - sz * cx,
      cz * sy * cx + sz * sx,
      sz * cy,
      sz * sy * sx + cz * cx,
      sz * sy * cx - cz * sx,
      -sy,
      cy * sx,
      cy * cx
    };
  }

  /** The angles about x, y and z that {@link #ofAngles} takes; that about y within 90 degrees. */
  static double[] angles(double[] r) {
    return new double[] {
      Math.atan2(r[7], r[8]), Math.asin(Math.max(-1, Math.min(1, -r[6]))), Math.atan2(r[3], r[0])
    };
  }

  /** About a vector, by its length in radians (Rodrigues). */
  static double[] ofVector(double[] w) {
    double angle = Math.sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2]);
    double s = angle > 0 ? Math.sin(angle) / angle : 1;
    double c = angle > 0 ? (1 - Math.cos(angle)) / (angle * angle) : 0.5;
    double cos = Math.cos(angle);
    return new double[] {
      cos + c * w[0] * w[0],
      c * w[0] * w[1] - s * w[2],
      c * w[0] * w[2] + s * w[1],
      c * w[1] * w[0] + s * w[2],
      cos + c * w[1] * w[1],
      c * w[1] * w[2] - s * w[0],
      c * w[2] * w[0] - s * w[1],
      c * w[2] * w[1] + s * w[0],
      cos + c * w[2] * w[2]
    };
  }

  static double[] times(double[] a, double[] b) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[3 * row + column] += a[3 * row + i] * b[3 * i + column];
        }
      }
    }
    return product;
  }

  static double[] transposed(double[] r) {
    return new double[] {r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]};
  }

  static double[] apply(double[] r, double x, double y, double z) {
    return new double[] {
      r[0] * x + r[1] * y + r[2] * z, r[3] * x + r[4] * y + r[5] * z, r[6] * x + r[7] * y + r[8] * z
    };
  }
}
