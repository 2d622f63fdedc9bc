package io.mindstream.imaging.registration;

/**
 * An image between its voxels, as a sum of cubic B-splines weighted by the voxels themselves. That
 * smooths a little, by about the width of a voxel, in return for values that hardly depend on where
 * between the voxels they are taken, which is what a motion of a hundredth of a voxel is read from.
 * For one thread.
 */
final class SmoothSampler {

  /** Rounding must not put a slice that stays in its plane outside. */
  private static final double ROUNDING = 1e-3;

  /** An axis so short is used to its ends. */
  private static final int SHORT = 6;

  private final float[] values;
  private final int[] lengths = new int[3];
  private final int[] strides;
  private final double[] margins = new double[3];
  private final double[][] weights = new double[3][4];
  private final double[][] slopes = new double[3][4];
  private final int[][] offsets = new int[3][4];

  SmoothSampler(Image image) {
    values = image.values();
    for (int axis = 0; axis < 3; axis++) {
      lengths[axis] = image.grid().length(axis);
      margins[axis] = lengths[axis] < SHORT ? 0 : 1;
    }
    strides = new int[] {1, lengths[0], lengths[0] * lengths[1]};
  }

  /**
   * True where all voxels that count for a voxel are in the grid: a reference's points are of such.
   */
  boolean deepInside(int x, int y, int z) {
    return within(0, x, margins[0]) && within(1, y, margins[1]) && within(2, z, margins[2]);
  }

  /**
   * True in the grid, voxel coordinates. Beyond its ends voxels are repeated, which a place near
   * them hardly notices; so a reference's points stay inside of volumes that moved a little.
   */
  boolean inside(double x, double y, double z) {
    return within(0, x, 0) && within(1, y, 0) && within(2, z, 0);
  }

  private boolean within(int axis, double at, double margin) {
    return at >= margin - ROUNDING && at <= lengths[axis] - 1 - margin + ROUNDING;
  }

  /** The value at a place that is inside. */
  double value(double x, double y, double z) {
    place(0, x);
    place(1, y);
    place(2, z);
    return sum(weights[0], weights[1], weights[2]);
  }

  /** Value, and slopes along the three axes for a voxel, at a place that is inside. */
  double[] valueAndSlopes(double x, double y, double z) {
    double value = value(x, y, z);
    slope(0, x);
    slope(1, y);
    slope(2, z);
    return new double[] {
      value,
      sum(slopes[0], weights[1], weights[2]),
      sum(weights[0], slopes[1], weights[2]),
      sum(weights[0], weights[1], slopes[2])
    };
  }

  private void place(int axis, double at) {
    int floor = (int) Math.floor(at);
    double t = at - floor;
    double u = 1 - t;
    double[] w = weights[axis];
    w[0] = u * u * u / 6;
    w[1] = 2.0 / 3 - t * t * (2 - t) / 2;
    w[2] = 2.0 / 3 - u * u * (2 - u) / 2;
    w[3] = t * t * t / 6;
    int last = lengths[axis] - 1;
    for (int i = 0; i < 4; i++) {
      offsets[axis][i] = strides[axis] * Math.max(0, Math.min(last, floor - 1 + i));
    }
  }

  private void slope(int axis, double at) {
    double t = at - Math.floor(at);
    double u = 1 - t;
    double[] s = slopes[axis];
    s[0] = -u * u / 2;
    s[1] = t * (3 * t - 4) / 2;
    s[2] = u * (4 - 3 * u) / 2;
    s[3] = t * t / 2;
  }

  private double sum(double[] wx, double[] wy, double[] wz) {
    int x0 = offsets[0][0];
    int x1 = offsets[0][1];
    int x2 = offsets[0][2];
    int x3 = offsets[0][3];
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      double plane = 0;
      for (int j = 0; j < 4; j++) {
        int row = offsets[2][k] + offsets[1][j];
        plane +=
            wy[j]
                * (wx[0] * values[row + x0]
                    + wx[1] * values[row + x1]
                    + wx[2] * values[row + x2]
                    + wx[3] * values[row + x3]);
      }
      sum += wz[k] * plane;
    }
    return sum;
  }
}
