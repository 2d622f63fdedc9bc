package io.mindstream.imaging.nifti;

import java.nio.ByteBuffer;

/**
 * From a file's voxel type to a topic's. A type that fits keeps its stored numbers, slope and
 * intercept; one that does not is scaled in double precision and becomes FLOAT32.
 */
final class VoxelConversion {

  private final NiftiHeader header;
  private final NiftiType type;

  VoxelConversion(NiftiHeader header) {
    this.header = header;
    this.type = header.type();
  }

  /** Appends the voxels of a piece of the file, in the file's byte order, to a volume. */
  void convert(ByteBuffer in, ByteBuffer out) {
    in.order(header.order());
    switch (type.stored()) {
      case INT16, UINT16 -> {
        while (in.hasRemaining()) {
          out.putShort((short) (int) type.next(in));
        }
      }
      case FLOAT32 -> {
        while (in.hasRemaining()) {
          out.putFloat((float) (type.lossless() ? type.next(in) : scaled(type.next(in))));
        }
      }
    }
  }

  /** The finished volume. */
  VolumeData volume(ByteBuffer voxels) {
    return type.lossless()
        ? new VolumeData(type.stored(), header.slope(), header.intercept(), voxels)
        : new VolumeData(type.stored(), 1, 0, voxels);
  }

  private double scaled(double stored) {
    return header.slope() * stored + header.intercept();
  }
}
