package io.mindstream.decoder.network;

/** Which tensors keep float32 whatever the archive's number format. */
final class FormatPlan {

  private FormatPlan() {}

  /**
   * The codes of the latent decoder are compared with float32 latents: in a shorter format close
   * codes would fall together.
   */
  static WeightFormat of(String key, WeightFormat format) {
    return key.endsWith("quantize.embedding.weight") ? WeightFormat.FLOAT32 : format;
  }
}
