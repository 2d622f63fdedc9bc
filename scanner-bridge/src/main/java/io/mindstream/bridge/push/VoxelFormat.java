package io.mindstream.bridge.push;

import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How senders store a voxel, and how it goes into a topic. */
public enum VoxelFormat {
  /** Signed, 8 bit. */
  INT8(1),
  /** Unsigned, 8 bit. */
  UINT8(1),
  /** Signed, 16 bit. */
  INT16(2),
  /** Unsigned, 16 bit. */
  UINT16(2),
  /** Signed, 32 bit. */
  INT32(4),
  /** Unsigned, 32 bit. */
  UINT32(4),
  /** Single precision. */
  FLOAT32(4),
  /** Double precision. */
  FLOAT64(8),
  /** Real and imaginary part in single precision; taken as magnitude. */
  COMPLEX64(8),
  /** Real and imaginary part in double precision; taken as magnitude. */
  COMPLEX128(16);

  private final int bytes;

  VoxelFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes a voxel. */
  public int bytes() {
    return bytes;
  }

  /** True where a voxel has two parts. */
  public boolean complex() {
    return this == COMPLEX64 || this == COMPLEX128;
  }

  /** The next voxel; moves the position. */
  double next(ByteBuffer in) {
    return switch (this) {
      case INT8 -> in.get();
      case UINT8 -> Byte.toUnsignedInt(in.get());
      case INT16 -> in.getShort();
      case UINT16 -> Short.toUnsignedInt(in.getShort());
      case INT32 -> in.getInt();
      case UINT32 -> Integer.toUnsignedLong(in.getInt());
      case FLOAT32 -> in.getFloat();
      case FLOAT64 -> in.getDouble();
      case COMPLEX64 -> Math.hypot(in.getFloat(), in.getFloat());
      case COMPLEX128 -> Math.hypot(in.getDouble(), in.getDouble());
    };
  }

  private StoredVoxels.Type stored() {
    return switch (this) {
      case INT8, UINT8, INT16 -> StoredVoxels.Type.INT16;
      case UINT16 -> StoredVoxels.Type.UINT16;
      default -> StoredVoxels.Type.FLOAT32;
    };
  }

  /**
   * A volume of these voxels. Integers of up to 16 bit are kept as they are, all others become
   * single precision.
   *
   * @param voxels all of them, x fastest; its position moves to its end
   * @param order their byte order
   */
  public VolumeData volume(ByteBuffer voxels, ByteOrder order) {
    StoredVoxels.Type stored = stored();
    voxels.order(order);
    boolean asItIs = order == ByteOrder.LITTLE_ENDIAN && (this == INT16 || this == UINT16);
    return new VolumeData(stored, 1, 0, asItIs ? voxels : converted(voxels, stored));
  }

  private ByteBuffer converted(ByteBuffer voxels, StoredVoxels.Type stored) {
    int count = voxels.remaining() / bytes;
    ByteBuffer out = ByteBuffer.allocate(count * stored.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < count; voxel++) {
      double value = next(voxels);
      if (stored == StoredVoxels.Type.FLOAT32) {
        out.putFloat((float) value);
      } else {
        out.putShort((short) value);
      }
    }
    return out.flip();
  }
}
