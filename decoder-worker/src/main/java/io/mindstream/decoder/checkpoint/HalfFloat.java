package io.mindstream.decoder.checkpoint;

/** IEEE 754 half precision (Java has it from 20 on, this code runs on 17). */
final class HalfFloat {

  private static final int MANTISSA_BITS = 10;
  private static final float SUBNORMAL_STEP = 0x1p-24f;

  private HalfFloat() {}

  static float toFloat(short half) {
    int exponent = (half >>> MANTISSA_BITS) & 0x1f;
    int mantissa = half & 0x3ff;
    float magnitude =
        switch (exponent) {
          case 0 -> mantissa * SUBNORMAL_STEP;
          case 0x1f -> Float.intBitsToFloat(0x7f800000 | (mantissa << 13));
          default -> Float.intBitsToFloat(((exponent - 15 + 127) << 23) | (mantissa << 13));
        };
    return half < 0 ? -magnitude : magnitude;
  }
}
