package io.mindstream.imaging.nifti;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a BOLD series' header says, in units of this project.
 *
 * @param version 1 or 2
 * @param order byte order of header and voxels
 * @param shape grid of one volume (dim[1..3])
 * @param volumes number of volumes (dim[4])
 * @param type voxel type (datatype)
 * @param slope scl_slope, or 1 where the field is 0
 * @param intercept scl_inter, or 0 where scl_slope is 0
 * @param voxelSizeMm edge lengths along x, y, z in mm (pixdim[1..3], xyzt_units); three numbers
 * @param affine voxel index, origin 0, to RAS+ mm; upper three rows, row by row; twelve numbers
 * @param placed true where sform or qform gives the affine; else it is made of voxel sizes alone,
 *     and where the grid lies is not known
 * @param time TR (pixdim[4], xyzt_units)
 * @param voxelOffset bytes from the file's start to the first voxel (vox_offset)
 */
public record NiftiHeader(
    int version,
    ByteOrder order,
    VolumeShape shape,
    int volumes,
    NiftiType type,
    double slope,
    double intercept,
    List<Double> voxelSizeMm,
    List<Double> affine,
    boolean placed,
    HeaderTime time,
    long voxelOffset) {

  /** A header with an sform, its TR in seconds. */
  public NiftiHeader(
      int version,
      ByteOrder order,
      VolumeShape shape,
      int volumes,
      NiftiType type,
      double slope,
      double intercept,
      List<Double> voxelSizeMm,
      List<Double> affine,
      OptionalDouble repetitionTimeSeconds,
      long voxelOffset) {
    this(
        version,
        order,
        shape,
        volumes,
        type,
        slope,
        intercept,
        voxelSizeMm,
        affine,
        true,
        HeaderTime.ofSeconds(repetitionTimeSeconds),
        voxelOffset);
  }

  /**
   * The header of a file to be written: version 1, little endian, not scaled.
   *
   * @param grid of each volume
   * @param repetitionTimeSeconds TR; empty of what is no series
   */
  public static NiftiHeader of(
      Geometry grid, int volumes, NiftiType type, OptionalDouble repetitionTimeSeconds) {
    return new NiftiHeader(
        1,
        ByteOrder.LITTLE_ENDIAN,
        VolumeShape.of(grid),
        volumes,
        type,
        1,
        0,
        grid.getVoxelSizeMm(),
        grid.getAffine(),
        repetitionTimeSeconds,
        0);
  }

  /** Checks the list lengths and keeps lists of its own. */
  public NiftiHeader {
    voxelSizeMm = List.copyOf(voxelSizeMm);
    affine = List.copyOf(affine);
    if (voxelSizeMm.size() != 3 || affine.size() != 12) {
      throw new IllegalArgumentException("voxelSizeMm has 3 numbers, affine has 12");
    }
  }

  /** The same series with other scl_slope and scl_inter. */
  public NiftiHeader withScaling(double newSlope, double newIntercept) {
    return new NiftiHeader(
        version,
        order,
        shape,
        volumes,
        type,
        newSlope,
        newIntercept,
        voxelSizeMm,
        affine,
        placed,
        time,
        voxelOffset);
  }

  /** TR in seconds, where the header has one; without a unit it means seconds. */
  public OptionalDouble repetitionTimeSeconds() {
    return time.seconds();
  }

  /** Bytes of one volume in the file. */
  public long volumeBytes() {
    return (long) shape.voxels() * type.bytes();
  }

  /** Bytes of one volume in a topic. */
  public long storedVolumeBytes() {
    return (long) shape.voxels() * type.stored().bytes();
  }

  /** Grid and place of the volumes. */
  public Geometry geometry() {
    return Geometry.newBuilder()
        .setNx(shape.nx())
        .setNy(shape.ny())
        .setNz(shape.nz())
        .setVoxelSizeMm(voxelSizeMm)
        .setAffine(affine)
        .build();
  }
}
