package io.mindstream.imaging.registration;

import io.mindstream.schemas.fmri.StoredVoxels;

/**
 * Finds how a head moved from a reference volume to another one of the same grid: a rigid body of
 * six parameters, or of three in the plane of a grid with fewer than four slices. Gauss-Newton by
 * inverse composition on a pyramid, with analytic slopes. What a scanner's gain and offset change
 * does no harm; voxels that are no number count as 0. The same input gives the same bits.
 * Immutable; any number of threads may ask, each call runs on its own.
 */
public final class Realigner {

  /** Spacing of the coarse levels in mm: from the width of a head's move to that of a voxel. */
  private static final double[] SPACINGS = {8, 4};

  private final Grid grid;
  private final Pyramid pyramid;

  private Realigner(Grid grid, Pyramid pyramid) {
    this.grid = grid;
    this.pyramid = pyramid;
  }

  /**
   * Reckons once all that depends on the reference alone; about a tenth of a second for 104x104x72.
   *
   * @param reference is read now and not kept
   * @param grid of the reference and of each volume
   * @throws IllegalArgumentException where the reference is not of the grid
   */
  public static Realigner of(StoredVoxels reference, Grid grid) {
    return new Realigner(grid, Pyramid.of(Image.of(reference, grid), SPACINGS));
  }

  /** The grid of reference and volumes. Poses turn about its centre. */
  public Grid grid() {
    return grid;
  }

  /**
   * Finds a volume's pose.
   *
   * @param volume of the reference's grid; is not kept
   * @param start where the head is thought to be: the pose of the volume before, or {@link
   *     RigidBody#IDENTITY}
   * @return the pose, or why there is none; never throws for what a volume contains
   * @throws IllegalArgumentException where the volume is not of the grid
   */
  public Realignment estimate(StoredVoxels volume, RigidBody start) {
    return pyramid.fit(Image.of(volume, grid), start);
  }
}
