package io.mindstream.lab.training;

import java.util.List;
import java.util.Locale;

/** A stage of training: a loss of its own on parts of the network. */
public enum TrainingStage {
  /** Masked brain modelling: fmri (B, 1, V), visible patches (B, K) int64. */
  MASKED,
  /** The autoencoder of pictures: pictures (B, 3, H, W), -1 to 1. */
  AUTOENCODER,
  /** The autoencoder's decoding half alone: pictures (B, 3, H, W), noisy latents (B, Z, h, w). */
  PICTURES,
  /**
   * Encoder and both conditions: fmri (B, 1, V), latent (B, Z, h, w), shares of C categories (B,
   * C).
   */
  CONDITION,
  /**
   * The double-conditioned diffusion: fmri (B, 1, V), latent and noise (B, Z, h, w), timesteps (B)
   * int64, factors of latent and noise (B, 1, 1, 1).
   */
  DIFFUSION;

  /** Its name for people and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of the tensors that a step takes, in order. */
  public List<String> inputs() {
    return switch (this) {
      case MASKED -> List.of("fmri", "visible");
      case AUTOENCODER -> List.of("x");
      case PICTURES -> List.of("x", "latent");
      case CONDITION -> List.of("fmri", "latent", "category");
      case DIFFUSION -> List.of("fmri", "latent", "noise", "t", "signal", "spread");
    };
  }
}
