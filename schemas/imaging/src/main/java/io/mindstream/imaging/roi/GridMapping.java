package io.mindstream.imaging.roi;

import io.mindstream.imaging.registration.AffineMap;
import io.mindstream.schemas.avro.Geometry;
import java.util.Optional;

/**
 * From the voxels of one grid to those of another by the place that both headers give, in RAS+ mm.
 *
 * @param map from voxel indices to voxel coordinates of the other grid
 */
record GridMapping(AffineMap map) {

  /** In voxels. Headers hold single precision, and quaternions round more. */
  private static final double TOLERANCE = 0.05;

  private static final int AXES = 3;

  /** Empty where an affine is no map: it has no volume, or is not finite. */
  static Optional<GridMapping> between(Geometry from, Geometry to) {
    AffineMap back = AffineMap.of(to.getAffine()).inverse();
    return Optional.of(new GridMapping(back.after(AffineMap.of(from.getAffine()))))
        .filter(mapping -> mapping.map.isFinite());
  }

  /** The other grid's coordinates of a voxel. */
  double[] apply(int x, int y, int z) {
    return map.apply(x, y, z);
  }

  /** True where each voxel of the first grid is the voxel of the same index of the other. */
  boolean isIdentity(Geometry from, Geometry to) {
    boolean sameShape =
        from.getNx() == to.getNx() && from.getNy() == to.getNy() && from.getNz() == to.getNz();
    return sameShape
        && atCorners(
            from,
            (corner, mapped) -> {
              for (int axis = 0; axis < AXES; axis++) {
                if (Math.abs(mapped[axis] - corner[axis]) > TOLERANCE) {
                  return false;
                }
              }
              return true;
            });
  }

  /**
   * True where the grids hold the same voxels and only count them along other axes or in other
   * directions: corners are mapped onto corners.
   */
  boolean isRearrangement(Geometry from, Geometry to) {
    int[] last = {to.getNx() - 1, to.getNy() - 1, to.getNz() - 1};
    boolean asMany =
        (long) from.getNx() * from.getNy() * from.getNz()
            == (long) to.getNx() * to.getNy() * to.getNz();
    return asMany
        && alongAxes()
        && atCorners(
            from,
            (corner, mapped) -> {
              for (int axis = 0; axis < AXES; axis++) {
                double end = mapped[axis] < last[axis] / 2.0 ? 0 : last[axis];
                if (Math.abs(mapped[axis] - end) > TOLERANCE) {
                  return false;
                }
              }
              return true;
            });
  }

  /** One axis each; otherwise a thin grid could be sheared between its corners. */
  private boolean alongAxes() {
    for (int row = 0; row < AXES; row++) {
      long near = 0;
      for (int column = 0; column < AXES; column++) {
        double size = Math.abs(map.at(row, column));
        near += Math.abs(size - 1) < TOLERANCE ? 1 : size < TOLERANCE ? 0 : 9;
      }
      if (near != 1) {
        return false;
      }
    }
    return true;
  }

  private boolean atCorners(Geometry grid, CornerTest test) {
    for (int corner = 0; corner < 8; corner++) {
      int x = (corner & 1) * (grid.getNx() - 1);
      int y = (corner >> 1 & 1) * (grid.getNy() - 1);
      int z = (corner >> 2) * (grid.getNz() - 1);
      if (!test.holds(new int[] {x, y, z}, apply(x, y, z))) {
        return false;
      }
    }
    return true;
  }

  private interface CornerTest {
    boolean holds(int[] corner, double[] mapped);
  }
}
