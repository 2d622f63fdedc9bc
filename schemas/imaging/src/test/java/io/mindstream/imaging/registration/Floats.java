package io.mindstream.imaging.registration;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Volumes of FLOAT32. */
final class Floats {

  private static final double AIR = 60;

  private Floats() {}

  /** A volume whose voxel at a linear index has the function's value. */
  static StoredVoxels of(VolumeShape shape, IntToDoubleFunction value) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * shape.voxels()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < shape.voxels(); voxel++) {
      bytes.putFloat((float) value.applyAsDouble(voxel));
    }
    return new StoredVoxels(shape, StoredVoxels.Type.FLOAT32, 1, 0, bytes.flip());
  }

  static StoredVoxels constant(VolumeShape shape, double value) {
    return of(shape, voxel -> value);
  }

  static StoredVoxels noise(VolumeShape shape, long seed) {
    Random random = new Random(seed);
    return of(shape, voxel -> 500 + 100 * random.nextGaussian());
  }

  static StoredVoxels airIsNaN(StoredVoxels volume, VolumeShape shape) {
    return of(shape, voxel -> volume.value(voxel) < AIR ? Double.NaN : volume.value(voxel));
  }
}
