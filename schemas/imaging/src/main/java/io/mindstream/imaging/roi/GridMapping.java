package io.mindstream.imaging.roi;

import io.mindstream.schemas.avro.Geometry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From the voxels of one grid to those of another by the place that both headers give, in RAS+ mm.
 *
 * @param rows upper three rows of the 4 x 4 matrix from voxel indices (x, y, z, 1) to voxel
 *     coordinates of the other grid, row by row; twelve numbers
 */
record GridMapping(List<Double> rows) {

  /** In voxels. Headers hold single precision, and quaternions round more. */
  private static final double TOLERANCE = 0.05;

  private static final int AXES = 3;

  /** Keeps a list of its own. */
  GridMapping {
    rows = List.copyOf(rows);
  }

  /** Empty where an affine is no map: it has no volume, or is not finite. */
  static Optional<GridMapping> between(Geometry from, Geometry to) {
    double[] b = array(to.getAffine());
    double[] a = array(from.getAffine());
    double determinant = 0;
    for (int i = 0; i < AXES; i++) {
      determinant += b[i] * cofactor(b, 0, i);
    }
    Double[] rows = new Double[12];
    for (int row = 0; row < AXES; row++) {
      for (int column = 0; column < 4; column++) {
        double sum = 0;
        for (int i = 0; i < AXES; i++) {
          double offset = column == AXES ? b[4 * i + AXES] : 0;
          sum += cofactor(b, i, row) * (a[4 * i + column] - offset);
        }
        rows[4 * row + column] = sum / determinant;
      }
    }
    return Arrays.stream(rows).allMatch(Double::isFinite)
        ? Optional.of(new GridMapping(Arrays.asList(rows)))
        : Optional.empty();
  }

  private static double cofactor(double[] m, int row, int column) {
    int r1 = (row + 1) % AXES;
    int r2 = (row + 2) % AXES;
    int c1 = (column + 1) % AXES;
    int c2 = (column + 2) % AXES;
    return m[4 * r1 + c1] * m[4 * r2 + c2] - m[4 * r1 + c2] * m[4 * r2 + c1];
  }

  private static double[] array(List<Double> affine) {
    return affine.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The other grid's coordinates of a voxel. */
  double[] apply(int x, int y, int z) {
    double[] mapped = new double[AXES];
    for (int row = 0; row < AXES; row++) {
      mapped[row] =
          rows.get(4 * row) * x
              + rows.get(4 * row + 1) * y
              + rows.get(4 * row + 2) * z
              + rows.get(4 * row + 3);
    }
    return mapped;
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
        double size = Math.abs(rows.get(4 * row + column));
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
