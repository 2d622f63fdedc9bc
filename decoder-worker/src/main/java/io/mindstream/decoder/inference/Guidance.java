package io.mindstream.decoder.inference;

import ai.djl.ndarray.NDArray;
import io.mindstream.decoder.network.TorchNetwork.Condition;

/**
 * Classifier-free guidance (Ho and Salimans, arXiv 2207.12598): the noise estimate moves from what
 * a blank vector gives towards what the trial's gives, and beyond. It doubles the network's work,
 * and asks for a model that saw blank vectors in its training.
 *
 * @param scale w of {@code eps = eps_blank + w (eps_trial - eps_blank)}; 1 is no guidance
 * @param blank context (1, T, D) of a vector whose normalised voxels are all 0
 */
record Guidance(double scale, FloatArray blank) {

  /** Checks the scale, which may be the bundle's. */
  Guidance {
    SamplingSettings.requireGuidance(scale);
  }

  /** The guided noise estimate. */
  DenoisingLoop.NoiseEstimate estimate(Denoiser denoiser, Condition trial, Condition nothing) {
    return (x, t) -> {
      NDArray without = denoiser.eps(x, nothing, t);
      NDArray difference = denoiser.eps(x, trial, t).sub(without);
      return difference.muli(scale).addi(without);
    };
  }
}
