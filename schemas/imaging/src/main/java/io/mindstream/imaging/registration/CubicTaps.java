package io.mindstream.imaging.registration;

/**
 * Which voxels along an axis count for a place between them, and how much: cubic convolution (Keys
 * 1981, a = -1/2), which keeps more of the detail than a straight line does.
 *
 * @param first the lowest that counts; it may lie outside the grid
 * @param weights of it and those after it: of four, or of a voxel alone where the place is one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CubicTaps(int first, double[] weights) {

  private static final int REACH = 2;

  /** Of a place, in voxels. */
  static CubicTaps of(double at) {
    if (at == Math.rint(at)) {
      return new CubicTaps((int) at, new double[] {1});
    }
    int first = (int) Math.floor(at) + 1 - REACH;
    double[] weights = new double[2 * REACH];
    for (int tap = 0; tap < weights.length; tap++) {
      weights[tap] = weight(Math.abs(at - (first + tap)));
    }
    return new CubicTaps(first, weights);
  }

  private static double weight(double d) {
    return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < REACH ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
  }
}
