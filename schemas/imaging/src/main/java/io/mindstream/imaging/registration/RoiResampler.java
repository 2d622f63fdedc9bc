package io.mindstream.imaging.registration;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;

/**
 * A region's values in volumes in which the head has moved, and no other voxel's. Immutable; any
 * number of threads may ask.
 */
public final class RoiResampler {

  /** Nearer to a voxel than this, in voxels, a place is that voxel. */
  private static final double ON_A_VOXEL = 1e-6;

  /** A voxel's own half beyond the last centre still is grid. */
  private static final double HALF = 0.5;

  private final double[] points;
  private final Grid grid;
  private final double[] centre;

  private RoiResampler(double[] points, Grid grid) {
    this.points = points;
    this.grid = grid;
    this.centre = grid.centre();
  }

  /**
   * For a region drawn on the grid of the volumes themselves.
   *
   * @param indices linear, origin 0, in the order of the values
   * @param grid of region and volumes; poses turn about its centre
   */
  public static RoiResampler of(int[] indices, Grid grid) {
    return carried(indices, grid, AffineMap.IDENTITY, grid);
  }

  /**
   * For a region drawn on another grid, such as that of an earlier session.
   *
   * @param indices linear on the region's grid, origin 0, in the order of the values
   * @param drawnOn the region's grid
   * @param carry from RAS+ mm of the region's session to RAS+ mm of the volumes', as {@link
   *     Registration#map} says
   * @param grid of the volumes; poses turn about its centre
   */
  public static RoiResampler carried(int[] indices, Grid drawnOn, AffineMap carry, Grid grid) {
    AffineMap toMm = carry.after(drawnOn.affine());
    VolumeShape shape = drawnOn.shape();
    double[] points = new double[3 * indices.length];
    for (int i = 0; i < indices.length; i++) {
      int x = indices[i] % shape.nx();
      int y = indices[i] / shape.nx() % shape.ny();
      int z = indices[i] / shape.nx() / shape.ny();
      System.arraycopy(toMm.apply(x, y, z), 0, points, 3 * i, 3);
    }
    return new RoiResampler(points, grid);
  }

  /**
   * The region's values where the head has gone. Where a place is a voxel, as all are under no
   * motion, its value is the stored one to the bit. A value is no number where a voxel that counts
   * for it is none.
   *
   * @param volume of the grid
   * @param pose from the reference to the volume
   */
  public RoiValues sample(StoredVoxels volume, RigidBody pose) {
    AffineMap toVoxels = grid.affine().inverse().after(pose.about(centre));
    float[] values = new float[points.length / 3];
    int outside = 0;
    for (int i = 0; i < values.length; i++) {
      double[] at = toVoxels.apply(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
      outside += moveInside(at) ? 1 : 0;
      values[i] = (float) value(volume, at);
    }
    return new RoiValues(values, outside);
  }

  /** To the grid's edge, and onto a voxel that is all but met; true where it was outside. */
  private boolean moveInside(double[] at) {
    boolean outside = false;
    for (int axis = 0; axis < 3; axis++) {
      double last = grid.length(axis) - 1.0;
      outside |= at[axis] < -HALF || at[axis] > last + HALF;
      at[axis] = Math.max(0, Math.min(last, at[axis]));
      double voxel = Math.rint(at[axis]);
      at[axis] = Math.abs(at[axis] - voxel) < ON_A_VOXEL ? voxel : at[axis];
    }
    return outside;
  }

  /** Only the voxel itself counts where a place is one; others may be no number. */
  private double value(StoredVoxels volume, double[] at) {
    CubicTaps xs = CubicTaps.of(at[0]);
    CubicTaps ys = CubicTaps.of(at[1]);
    CubicTaps zs = CubicTaps.of(at[2]);
    double sum = 0;
    for (int z = 0; z < zs.weights().length; z++) {
      for (int y = 0; y < ys.weights().length; y++) {
        double line = zs.weights()[z] * ys.weights()[y];
        for (int x = 0; x < xs.weights().length; x++) {
          int voxel = nearest(xs.first() + x, ys.first() + y, zs.first() + z);
          sum += line * xs.weights()[x] * volume.value(voxel);
        }
      }
    }
    return sum;
  }

  private int nearest(int x, int y, int z) {
    VolumeShape shape = grid.shape();
    return shape.index(
        Math.max(0, Math.min(shape.nx() - 1, x)),
        Math.max(0, Math.min(shape.ny() - 1, y)),
        Math.max(0, Math.min(shape.nz() - 1, z)));
  }
}
