package io.mindstream.preprocess.signal;

/** Whether what is left of a voxel is more than the rounding of its float32 values. */
final class Variation {

  /** As in {@link io.mindstream.preprocess.normalise.RunningBaseline}: of its root mean square. */
  private static final double ROUNDING = 1e-7;

  private Variation() {}

  static boolean of(ModelProducts products, int voxel, double residuals) {
    return residuals / products.rows() > ROUNDING * ROUNDING * products.meanSquare(voxel);
  }
}
