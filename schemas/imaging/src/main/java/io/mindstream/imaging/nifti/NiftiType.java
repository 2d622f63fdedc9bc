package io.mindstream.imaging.nifti;

import io.mindstream.schemas.fmri.StoredVoxels;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The voxel types that BOLD series come in (NIfTI field datatype). */
public enum NiftiType {
  /** DT_UNSIGNED_CHAR. */
  UINT8(2, 1, StoredVoxels.Type.INT16),
  /** DT_SIGNED_SHORT. */
  INT16(4, 2, StoredVoxels.Type.INT16),
  /** DT_SIGNED_INT. */
  INT32(8, 4, StoredVoxels.Type.FLOAT32),
  /** DT_FLOAT. */
  FLOAT32(16, 4, StoredVoxels.Type.FLOAT32),
  /** DT_DOUBLE. */
  FLOAT64(64, 8, StoredVoxels.Type.FLOAT32),
  /** DT_INT8. */
  INT8(256, 1, StoredVoxels.Type.INT16),
  /** DT_UINT16. */
  UINT16(512, 2, StoredVoxels.Type.UINT16),
  /** DT_UINT32. */
  UINT32(768, 4, StoredVoxels.Type.FLOAT32),
  /** DT_INT64. */
  INT64(1024, 8, StoredVoxels.Type.FLOAT32),
  /** DT_UINT64. */
  UINT64(1280, 8, StoredVoxels.Type.FLOAT32);

  private static final double TWO_TO_64 = 0x1p64;

  private final int code;
  private final int bytes;
  private final StoredVoxels.Type stored;

  NiftiType(int code, int bytes, StoredVoxels.Type stored) {
    this.code = code;
    this.bytes = bytes;
    this.stored = stored;
  }

  /** The number in the header's field datatype. */
  public int code() {
    return code;
  }

  /** Bytes a voxel. */
  public int bytes() {
    return bytes;
  }

  /** The type in which a topic carries these voxels. */
  public StoredVoxels.Type stored() {
    return stored;
  }

  /**
   * True where the topic's type holds every value of this one. Where it does not, the voxels are
   * scaled in double precision and carried as FLOAT32.
   */
  public boolean lossless() {
    return switch (this) {
      case UINT8, INT8, INT16, UINT16, FLOAT32 -> true;
      case INT32, UINT32, INT64, UINT64, FLOAT64 -> false;
    };
  }

  static Optional<NiftiType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** The number at the buffer's position, in its byte order; moves the position. */
  double next(ByteBuffer in) {
    return switch (this) {
      case UINT8 -> Byte.toUnsignedInt(in.get());
      case INT8 -> in.get();
      case INT16 -> in.getShort();
      case UINT16 -> Short.toUnsignedInt(in.getShort());
      case INT32 -> in.getInt();
      case UINT32 -> Integer.toUnsignedLong(in.getInt());
      case INT64 -> in.getLong();
      case UINT64 -> unsigned(in.getLong());
      case FLOAT32 -> in.getFloat();
      case FLOAT64 -> in.getDouble();
    };
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : value + TWO_TO_64;
  }
}
