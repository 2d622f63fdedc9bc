package io.mindstream.bridge.push;

import io.mindstream.imaging.nifti.HeaderTime;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;

/** The grid of a pushed volume as imaging knows grids: by a NIfTI header. */
public final class PushedGrid {

  private PushedGrid() {}

  /**
   * A header that stands in no file.
   *
   * @param voxelSizeMm three numbers
   * @param affine voxel index, origin 0, to RAS+ mm; upper three rows, row by row; twelve numbers
   * @param placed false where the sender does not say where the grid lies
   * @param trSeconds TR, where the sender says one
   */
  public static NiftiHeader header(
      VolumeShape shape,
      List<Double> voxelSizeMm,
      List<Double> affine,
      boolean placed,
      OptionalDouble trSeconds) {
    return new NiftiHeader(
        1,
        ByteOrder.LITTLE_ENDIAN,
        shape,
        1,
        NiftiType.INT16,
        1,
        0,
        voxelSizeMm,
        affine,
        placed,
        new HeaderTime(trSeconds.orElse(0), HeaderTime.Unit.SECONDS),
        0);
  }
}
