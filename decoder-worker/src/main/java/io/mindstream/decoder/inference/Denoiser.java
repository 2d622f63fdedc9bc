package io.mindstream.decoder.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import io.mindstream.decoder.network.TorchNetwork;
import io.mindstream.decoder.network.TorchNetwork.Condition;
import java.util.Arrays;

/**
 * A network's noise estimate, whatever the network itself predicts.
 *
 * @param network stays the caller's to close
 * @param schedule that it was trained with
 * @param prediction what its output is
 */
record Denoiser(TorchNetwork network, NoiseSchedule schedule, Prediction prediction) {

  /** x (B, Z, h, w) at timesteps (B), condition of batch 1 or B, to eps (B, Z, h, w). */
  NDArray eps(NDArray x, long[] timesteps, Condition condition) {
    NDArray out = network.denoise(x, x.getManager().create(timesteps), condition);
    if (prediction == Prediction.NOISE) {
      return out;
    }
    float[] ofX = new float[timesteps.length];
    float[] ofOut = new float[timesteps.length];
    for (int b = 0; b < timesteps.length; b++) {
      Combination weights = prediction.noise(schedule, Math.toIntExact(timesteps[b]));
      ofX[b] = (float) weights.sample();
      ofOut[b] = (float) weights.noise();
    }
    return x.mul(factors(x, ofX)).addi(out.mul(factors(x, ofOut)));
  }

  /** The same at one timestep t. */
  NDArray eps(NDArray x, int t, Condition condition) {
    long[] same = new long[Math.toIntExact(x.getShape().get(0))];
    Arrays.fill(same, t);
    return eps(x, same, condition);
  }

  private static NDArray factors(NDArray like, float[] values) {
    return like.getManager().create(values, new Shape(values.length, 1, 1, 1));
  }
}
