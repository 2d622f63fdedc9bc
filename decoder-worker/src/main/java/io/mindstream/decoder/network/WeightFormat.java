package io.mindstream.decoder.network;

import io.mindstream.decoder.decoding.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Number format of the tensors in an archive. Weights are cast once, when it is written. */
public enum WeightFormat {
  /** 32-bit floats. */
  FLOAT32("FloatStorage", 4),
  /** bfloat16: the upper half of a 32-bit float, rounded to nearest even. */
  BFLOAT16("BFloat16Storage", 2),
  /** IEEE half floats, rounded to nearest even. */
  FLOAT16("HalfStorage", 2);

  private final String storage;
  private final int bytes;

  WeightFormat(String storage, int bytes) {
    this.storage = storage;
    this.bytes = bytes;
  }

  /** The format of a precision's weights. */
  public static WeightFormat of(Precision precision) {
    return switch (precision) {
      case FP32 -> FLOAT32;
      case BF16 -> BFLOAT16;
      case FP16 -> FLOAT16;
    };
  }

  /** PyTorch's name of such a storage. */
  String storage() {
    return storage;
  }

  /** Bytes of one number. */
  int bytes() {
    return bytes;
  }

  /**
   * Casts numbers.
   *
   * @param floats little-endian 32-bit floats; read from its position to its limit, and not moved
   * @return little-endian numbers of this format; {@code floats} itself where nothing changes
   */
  public ByteBuffer cast(ByteBuffer floats) {
    ByteBuffer from = floats.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (this == FLOAT32) {
      return from;
    }
    ByteBuffer to = ByteBuffer.allocate(from.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      int bits = from.getInt();
      to.putShort(this == BFLOAT16 ? bfloat16(bits) : float16(bits));
    }
    return to.flip();
  }

  private static short bfloat16(int bits) {
    if (Float.isNaN(Float.intBitsToFloat(bits))) {
      return (short) 0x7fc0;
    }
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  /** Beyond the format's range comes infinity; below it, subnormal numbers and then zero. */
  private static short float16(int bits) {
    int sign = (bits >>> 16) & 0x8000;
    float magnitude = Math.abs(Float.intBitsToFloat(bits));
    if (Float.isNaN(magnitude)) {
      return (short) 0x7e00;
    }
    if (magnitude >= 65520f) {
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x1p-14f) {
      return (short) (sign | (int) Math.rint(magnitude * 0x1p24));
    }
    int positive = Float.floatToRawIntBits(magnitude);
    int rounded = positive + 0xfff + ((positive >>> 13) & 1);
    return (short) (sign | ((rounded >>> 13) - ((127 - 15) << 10)));
  }
}
