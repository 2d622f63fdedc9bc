package io.mindstream.decoder.checkpoint;

import java.nio.ByteBuffer;

/** Element types of tensors, little endian. */
public enum ElementType {
  /** IEEE 754 double precision. */
  FLOAT64(8) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return (float) bytes.getDouble(at);
    }
  },
  /** IEEE 754 single precision. */
  FLOAT32(4) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return bytes.getFloat(at);
    }
  },
  /** IEEE 754 half precision. */
  FLOAT16(2) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return HalfFloat.toFloat(bytes.getShort(at));
    }
  },
  /** The upper half of a FLOAT32. */
  BFLOAT16(2) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return Float.intBitsToFloat(bytes.getShort(at) << 16);
    }
  },
  /** Signed, 64 bit. */
  INT64(8) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return bytes.getLong(at);
    }
  },
  /** Signed, 32 bit. */
  INT32(4) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return bytes.getInt(at);
    }
  },
  /** Signed, 16 bit. */
  INT16(2) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return bytes.getShort(at);
    }
  },
  /** Signed, 8 bit. */
  INT8(1) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return bytes.get(at);
    }
  },
  /** Unsigned, 8 bit. */
  UINT8(1) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return Byte.toUnsignedInt(bytes.get(at));
    }
  },
  /** A byte, 0 or not. */
  BOOL(1) {
    @Override
    public float toFloat(ByteBuffer bytes, int at) {
      return bytes.get(at) == 0 ? 0 : 1;
    }
  };

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /**
   * One element as the nearest float32.
   *
   * @param bytes a little-endian buffer
   * @param at the element's byte position in it
   */
  public abstract float toFloat(ByteBuffer bytes, int at);
}
