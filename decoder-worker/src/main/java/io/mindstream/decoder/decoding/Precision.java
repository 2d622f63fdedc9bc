package io.mindstream.decoder.decoding;

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
  FP16
}
