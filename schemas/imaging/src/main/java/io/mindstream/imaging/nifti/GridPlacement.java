package io.mindstream.imaging.nifti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a grid lies, in millimetres, from the fields of a header. The transformation is the sform
 * where it has a code, else the qform, else voxel sizes alone (nifti1.h, methods 3, 2 and 1).
 */
final class GridPlacement {

  private static final int SPACE_BITS = 0x07;

  private GridPlacement() {}

  /** Edge lengths along x, y, z in mm. */
  static List<Double> voxelSizeMm(HeaderFields fields) {
    double mm = millimetres(fields);
    List<Double> sizes = new ArrayList<>();
    for (int axis = 1; axis <= 3; axis++) {
      double size = Math.abs(fields.pixdim()[axis]) * mm;
      sizes.add(size > 0 && Double.isFinite(size) ? size : 1.0);
    }
    return sizes;
  }

  /** The upper three rows of voxel index to RAS+ mm. */
  static List<Double> affine(HeaderFields fields) {
    double mm = millimetres(fields);
    if (fields.sformCode() > 0) {
      return scaled(fields.srow(), mm);
    }
    if (fields.qformCode() > 0) {
      return scaled(qform(fields.pixdim(), fields.quatern()), mm);
    }
    List<Double> s = voxelSizeMm(fields);
    return List.of(s.get(0), 0., 0., 0., 0., s.get(1), 0., 0., 0., 0., s.get(2), 0.);
  }

  /** True where the header says where the grid lies: by its sform or its qform. */
  static boolean placed(HeaderFields fields) {
    return fields.sformCode() > 0 || fields.qformCode() > 0;
  }

  private static double millimetres(HeaderFields fields) {
    return switch (fields.xyztUnits() & SPACE_BITS) {
      case 1 -> 1e3;
      case 3 -> 1e-3;
      default -> 1;
    };
  }

  /** The rotation of a unit quaternion (a, b, c, d), a from the others, times voxel sizes. */
  private static double[] qform(double[] pixdim, double[] q) {
    double b = q[0];
    double c = q[1];
    double d = q[2];
    double a = Math.sqrt(Math.max(0, 1 - (b * b + c * c + d * d)));
    double x = pixdim[1];
    double y = pixdim[2];
    double z = pixdim[0] < 0 ? -pixdim[3] : pixdim[3];
    return new double[] {
      (a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z, q[3],
      2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z, q[4],
      2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - b * b - c * c) * z, q[5]
    };
  }

  private static List<Double> scaled(double[] rows, double factor) {
    return Arrays.stream(rows).map(value -> value * factor).boxed().toList();
  }
}
