package io.mindstream.decoder.mindvis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.network.TorchNetwork.Condition;
import java.util.Collections;
import java.util.stream.Stream;

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

  /**
   * Contexts (2 B, T, D) of B samples: the trial's for each, then the blank one for each. One batch
   * of both takes less than two batches.
   *
   * @param trial context (1, T, D)
   */
  FloatArray contexts(FloatArray trial, int samples) {
    return FloatArray.concatenate(
        Stream.of(trial, blank)
            .flatMap(context -> Collections.nCopies(samples, context).stream())
            .toList());
  }

  /** The guided noise estimate; {@code both} is the condition of {@link #contexts}. */
  DenoisingLoop.NoiseEstimate estimate(Denoiser denoiser, Condition both) {
    return (x, t) -> {
      NDList halves = denoiser.eps(x.concat(x), both, t).split(2);
      NDArray without = halves.get(1);
      return halves.get(0).sub(without).muli(scale).addi(without);
    };
  }
}
