package io.mindstream.schemas.fmri;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The voxels of one volume as a record carries them: little endian, x fastest, not yet scaled.
 * Value of a voxel = slope * stored + intercept (NIfTI fields scl_slope, scl_inter).
 */
public final class StoredVoxels {

  /** How one voxel is stored. The names are those of the Avro enum {@code VoxelType}. */
  public enum Type {
    /** Signed 16 bit integers. */
    INT16(2),
    /** Unsigned 16 bit integers. */
    UINT16(2),
    /** IEEE 754 single precision. */
    FLOAT32(4);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    /** Bytes a voxel. */
    public int bytes() {
      return bytes;
    }
  }

  private final Type type;
  private final double slope;
  private final double intercept;
  private final ByteBuffer bytes;
  private final int voxels;

  /**
   * Looks at a volume's bytes without copying them; the caller keeps the buffer and must not change
   * it meanwhile.
   *
   * @throws IllegalArgumentException where the number of bytes does not fit the shape and type
   */
  public StoredVoxels(
      VolumeShape shape, Type type, double slope, double intercept, ByteBuffer bytes) {
    long expected = (long) shape.voxels() * type.bytes();
    if (bytes.remaining() != expected) {
      throw new IllegalArgumentException(
          "a "
              + shape
              + " volume of "
              + type
              + " has "
              + expected
              + " bytes, got "
              + bytes.remaining());
    }
    this.type = type;
    this.slope = slope;
    this.intercept = intercept;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.voxels = shape.voxels();
  }

  /** The number of voxels. */
  public int size() {
    return voxels;
  }

  /** The scaled value of the voxel at a linear index, origin 0. */
  public double value(int index) {
    double stored =
        switch (type) {
          case INT16 -> bytes.getShort(2 * index);
          case UINT16 -> Short.toUnsignedInt(bytes.getShort(2 * index));
          case FLOAT32 -> bytes.getFloat(4 * index);
        };
    return slope * stored + intercept;
  }

  /** The scaled values at the given linear indices, in their order, as a new array. */
  public float[] gather(int[] indices) {
    float[] values = new float[indices.length];
    for (int i = 0; i < indices.length; i++) {
      values[i] = (float) value(indices[i]);
    }
    return values;
  }
}
