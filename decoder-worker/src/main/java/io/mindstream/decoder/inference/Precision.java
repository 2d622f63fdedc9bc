package io.mindstream.decoder.inference;

import io.mindstream.decoder.network.WeightFormat;

/**
 * Number format of the weights and of the arithmetic. Whatever it is, arrays that go in or come out
 * are float32.
 */
public enum Precision {
  /** 32-bit floats: what the parity figures are given for. */
  FP32,
  /** bfloat16, 8 significant bits: fast on CPUs with AMX or AVX-512 BF16 and on GPUs. */
  BF16,
  /** IEEE half floats, 11 significant bits: for GPUs. */
  FP16;

  /** The format of an archive's numbers. */
  public WeightFormat format() {
    return switch (this) {
      case FP32 -> WeightFormat.FLOAT32;
      case BF16 -> WeightFormat.BFLOAT16;
      case FP16 -> WeightFormat.FLOAT16;
    };
  }
}
