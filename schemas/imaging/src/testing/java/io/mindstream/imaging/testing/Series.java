package io.mindstream.imaging.testing;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Small series for tests. */
public final class Series {

  private Series() {}

  /** A header in NIfTI-1 or -2 with a slanted affine and TR 2 s. */
  public static NiftiHeader header(
      int version, ByteOrder order, VolumeShape shape, int volumes, NiftiType type) {
    return new NiftiHeader(
        version,
        order,
        shape,
        volumes,
        type,
        1,
        0,
        List.of(2.0, 3.0, 4.0),
        List.of(2.0, 0.0, 0.5, -10.0, 0.0, 3.0, 0.0, -20.0, 0.25, 0.0, 4.0, -30.0),
        OptionalDouble.of(2),
        0);
  }

  /** A little-endian INT16 series whose voxel i of volume t is 100 * t + i. */
  public static Path counting(Path file, VolumeShape shape, int volumes) {
    NiftiHeader header = header(1, ByteOrder.LITTLE_ENDIAN, shape, volumes, NiftiType.INT16);
    try (NiftiWriter writer = NiftiWriter.create(file, header)) {
      for (int t = 0; t < volumes; t++) {
        ByteBuffer voxels =
            ByteBuffer.allocate((int) header.volumeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < shape.voxels(); i++) {
          voxels.putShort((short) (100 * t + i));
        }
        writer.write(voxels.flip());
      }
    }
    return file;
  }
}
