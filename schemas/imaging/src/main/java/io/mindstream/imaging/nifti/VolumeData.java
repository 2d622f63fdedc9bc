package io.mindstream.imaging.nifti;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;

/**
 * The voxels of one volume as they go into a topic. Value of a voxel = slope * stored + intercept.
 *
 * @param type how each voxel is stored
 * @param slope NIfTI scl_slope, 1 where none applies
 * @param intercept NIfTI scl_inter, 0 where none applies
 * @param bytes nx * ny * nz voxels, little endian, x fastest; the record owns the buffer, readers
 *     must not change it
 */
public record VolumeData(StoredVoxels.Type type, double slope, double intercept, ByteBuffer bytes) {

  /** A view of the voxels as scaled numbers. */
  public StoredVoxels view(VolumeShape shape) {
    return new StoredVoxels(shape, type, slope, intercept, bytes.duplicate());
  }
}
