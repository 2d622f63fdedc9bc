package io.mindstream.preprocess.roi;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.BitSet;

/** The voxels of a region of interest, by linear index {@code x + nx * (y + ny * z)}, in order. */
public final class RoiVoxels {

  private final int[] indices;

  private RoiVoxels(int[] indices) {
    this.indices = indices;
  }

  /** Voxels that were checked before, for example before they were stored; the array is copied. */
  public static RoiVoxels ofChecked(int[] indices) {
    return new RoiVoxels(indices.clone());
  }

  /**
   * The voxels of a mask, for volumes of a shape. One with a reference image may have another grid,
   * since it is carried over.
   *
   * @throws PipelineException with {@link FailureCode#ROI_SHAPE_MISMATCH} where the mask was drawn
   *     on another grid, with {@link FailureCode#INVALID_RECORD} where it is empty, leaves the grid
   *     or names a voxel twice
   */
  public static RoiVoxels of(RoiMask mask, VolumeShape shape) {
    Geometry grid = mask.getGeometry();
    if (mask.getReference().isPresent()) {
      return checked(mask, VolumeShape.of(grid));
    }
    if (grid.getNx() != shape.nx() || grid.getNy() != shape.ny() || grid.getNz() != shape.nz()) {
      throw new PipelineException(
          FailureCode.ROI_SHAPE_MISMATCH,
          String.format(
              "ROI %s was drawn on a %dx%dx%d grid, the run's volumes are %s; publish a mask on the"
                  + " run's grid",
              mask.getRoiId(), grid.getNx(), grid.getNy(), grid.getNz(), shape));
    }
    return checked(mask, shape);
  }

  private static RoiVoxels checked(RoiMask mask, VolumeShape shape) {
    int[] indices = mask.getIndices().stream().mapToInt(Integer::intValue).toArray();
    requireDistinctVoxels(mask.getRoiId(), indices, shape);
    String said = mask.getChecksum().orElse(null);
    if (said != null && !said.equals(RoiChecksum.of(shape, indices))) {
      throw invalid(
          "the checksum of ROI %s is not that of its voxels; publish the mask again"
              .formatted(mask.getRoiId()));
    }
    return new RoiVoxels(indices);
  }

  private static void requireDistinctVoxels(String roiId, int[] indices, VolumeShape shape) {
    BitSet seen = new BitSet();
    for (int index : indices) {
      if (index < 0 || index >= shape.voxels() || seen.get(index)) {
        throw invalid("ROI " + roiId + " names voxel " + index + " twice or outside " + shape);
      }
      seen.set(index);
    }
    if (indices.length == 0) {
      throw invalid("ROI " + roiId + " has no voxel");
    }
  }

  /** The number of voxels. */
  public int size() {
    return indices.length;
  }

  /** The linear indices, origin 0, in order, as a new array. */
  public int[] indices() {
    return indices.clone();
  }

  /**
   * Checks the values of the ROI's voxels. Voxels outside the ROI are not looked at, so a
   * background of NaN does no harm.
   *
   * @param values one a voxel
   * @param volume its index, for people
   * @throws PipelineException with {@link FailureCode#INVALID_RECORD} where a voxel of the ROI is
   *     not finite: averaging over the rest would change what the vector means
   */
  public void requireFinite(float[] values, int volume) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw invalid("volume " + volume + ": voxel " + indices[i] + " is not a finite number");
      }
    }
  }

  /**
   * The voxels of a volume, read where they lie in the record.
   *
   * @throws PipelineException with {@link FailureCode#MISSHAPEN_VOLUME} where the volume has
   *     another shape or not the bytes for it
   */
  public static StoredVoxels stored(BoldVolume volume, VolumeShape shape) {
    StoredVoxels.Type type = StoredVoxels.Type.valueOf(volume.getType().name());
    long expected = (long) shape.voxels() * type.bytes();
    if (volume.getNx() != shape.nx()
        || volume.getNy() != shape.ny()
        || volume.getNz() != shape.nz()
        || volume.getVoxels().remaining() != expected) {
      throw new PipelineException(
          FailureCode.MISSHAPEN_VOLUME,
          String.format(
              "volume %d is %dx%dx%d with %d bytes, the run's are %s with %d bytes",
              volume.getIndex(),
              volume.getNx(),
              volume.getNy(),
              volume.getNz(),
              volume.getVoxels().remaining(),
              shape,
              expected));
    }
    return new StoredVoxels(
        shape, type, volume.getSlope(), volume.getIntercept(), volume.getVoxels());
  }

  private static PipelineException invalid(String message) {
    return new PipelineException(FailureCode.INVALID_RECORD, message);
  }
}
