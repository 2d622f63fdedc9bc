package io.mindstream.imaging.dicom.series;

import io.mindstream.schemas.avro.Geometry;
import java.util.List;
import java.util.OptionalDouble;

/** From DICOM's patient coordinates to the affine of a volume whose rows are turned upside down. */
final class VolumePlacement {

  private VolumePlacement() {}

  /**
   * Grid and place.
   *
   * @param slices in order of z
   * @param spacing for a volume of one slice
   */
  static Geometry geometry(SliceGrid grid, List<SliceFrame> slices, OptionalDouble spacing) {
    Vec first = slices.get(0).position();
    Vec step = step(grid, slices, spacing);
    Vec x = grid.across().times(grid.columnMm());
    Vec y = grid.down().times(-grid.rowMm());
    Vec origin = first.minus(y.times(grid.rows() - 1));
    return Geometry.newBuilder()
        .setNx(grid.columns())
        .setNy(grid.rows())
        .setNz(slices.size())
        .setVoxelSizeMm(List.of(grid.columnMm(), grid.rowMm(), step.length()))
        .setAffine(
            List.of(
                -x.x(),
                -y.x(),
                -step.x(),
                -origin.x(),
                -x.y(),
                -y.y(),
                -step.y(),
                -origin.y(),
                x.z(),
                y.z(),
                step.z(),
                origin.z()))
        .build();
  }

  private static Vec step(SliceGrid grid, List<SliceFrame> slices, OptionalDouble spacing) {
    int count = slices.size();
    if (count < 2) {
      return grid.normal().times(spacing.orElse(1) > 0 ? spacing.orElse(1) : 1);
    }
    return slices
        .get(count - 1)
        .position()
        .minus(slices.get(0).position())
        .times(1.0 / (count - 1));
  }
}
