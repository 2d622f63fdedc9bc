package io.mindstream.imaging.registration;

/** How a value between voxels is made of those around it. At a voxel both give its own. */
public enum Interpolation {
  /** Of 8 voxels, linear along each axis. Smooths where voxels are far. */
  TRILINEAR(1),
  /** Of 64 voxels, cubic convolution (Keys 1981, a = -1/2). Keeps more of the detail. */
  CUBIC(2);

  private final int reach;

  Interpolation(int reach) {
    this.reach = reach;
  }

  /** Voxels that count on each side. */
  int reach() {
    return reach;
  }

  /** The weight of a voxel at a distance, 0 or more, in voxels. */
  double weight(double distance) {
    if (this == TRILINEAR) {
      return Math.max(0, 1 - distance);
    }
    double d = distance;
    if (d < 1) {
      return (1.5 * d - 2.5) * d * d + 1;
    }
    return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
  }
}
