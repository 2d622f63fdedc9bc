package io.mindstream.imaging.registration;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.List;
import java.util.stream.Stream;

/**
 * The voxels of a volume and where they lie.
 *
 * @param shape voxels along each axis
 * @param affine voxel index, origin 0, to RAS+ mm
 */
public record Grid(VolumeShape shape, AffineMap affine) {

  private static final int NUMBERS = 12;

  /**
   * Checks that the affine can be undone.
   *
   * @throws IllegalArgumentException where it is flat or not finite
   */
  public Grid {
    if (!affine.inverse().isFinite()) {
      throw new IllegalArgumentException(
          "the affine " + affine + " has no volume; the header of the volumes is wrong");
    }
  }

  /**
   * That of a record. Where its affine is none, as of a foreign sender, voxel sizes stand in for
   * it, and where these are none, a millimetre: motion can be told all the same, places cannot.
   */
  public static Grid of(Geometry geometry) {
    VolumeShape shape = VolumeShape.of(geometry);
    return Stream.of(geometry.getAffine(), straight(geometry.getVoxelSizeMm()))
        .filter(rows -> rows.size() == NUMBERS)
        .map(AffineMap::of)
        .filter(affine -> affine.inverse().isFinite())
        .findFirst()
        .map(affine -> new Grid(shape, affine))
        .orElseGet(() -> new Grid(shape, AffineMap.IDENTITY));
  }

  private static List<Double> straight(List<Double> mm) {
    return mm.size() == 3
        ? List.of(mm.get(0), 0., 0., 0., 0., mm.get(1), 0., 0., 0., 0., mm.get(2), 0.)
        : List.of();
  }

  /** The middle of the grid in RAS+ mm: the point that poses turn about. */
  public double[] centre() {
    return affine.apply((shape.nx() - 1) / 2.0, (shape.ny() - 1) / 2.0, (shape.nz() - 1) / 2.0);
  }

  /** Voxels along an axis, 0 to 2. */
  int length(int axis) {
    return switch (axis) {
      case 0 -> shape.nx();
      case 1 -> shape.ny();
      default -> shape.nz();
    };
  }

  /** From a voxel to the next along an axis, in mm. */
  double spacing(int axis) {
    double sum = 0;
    for (int row = 0; row < 3; row++) {
      sum += affine.at(row, axis) * affine.at(row, axis);
    }
    return Math.sqrt(sum);
  }

  /** The grid of blocks of so many voxels along each axis; what is left over at the end is cut. */
  Grid blocks(int[] sizes) {
    double[] matrix = new double[9];
    double[] first = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      first[axis] = (sizes[axis] - 1) / 2.0;
      for (int row = 0; row < 3; row++) {
        matrix[3 * row + axis] = affine.at(row, axis) * sizes[axis];
      }
    }
    return new Grid(
        new VolumeShape(shape.nx() / sizes[0], shape.ny() / sizes[1], shape.nz() / sizes[2]),
        AffineMap.of(matrix, affine.apply(first[0], first[1], first[2])));
  }
}
