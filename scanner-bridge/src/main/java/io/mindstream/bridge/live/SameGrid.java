package io.mindstream.bridge.live;

import io.mindstream.schemas.avro.Geometry;
import java.util.List;

/** Whether two volumes lie on the same grid. */
public final class SameGrid {

  /** Headers hold single precision; a hundredth of a millimetre is no other grid. */
  private static final double TOLERANCE_MM = 0.01;

  private SameGrid() {}

  /** True where shape, voxel sizes and place are the same. */
  public static boolean of(Geometry one, Geometry other) {
    return one.getNx() == other.getNx()
        && one.getNy() == other.getNy()
        && one.getNz() == other.getNz()
        && close(one.getVoxelSizeMm(), other.getVoxelSizeMm())
        && close(one.getAffine(), other.getAffine());
  }

  private static boolean close(List<Double> one, List<Double> other) {
    for (int i = 0; i < one.size(); i++) {
      if (Math.abs(one.get(i) - other.get(i)) > TOLERANCE_MM) {
        return false;
      }
    }
    return true;
  }
}
