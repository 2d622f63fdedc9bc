package io.mindstream.decoder.mindvis;

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

  /** x (B, Z, h, w) at timesteps (B, or one for all), condition of batch 1 or B, to eps. */
  NDArray eps(NDArray x, Condition condition, long... timesteps) {
    long[] each = broadcast(timesteps, Math.toIntExact(x.getShape().get(0)));
    NDArray out = network.denoise(x, x.getManager().create(each), condition);
    if (prediction == Prediction.NOISE) {
      return out;
    }
    float[] ofX = new float[each.length];
    float[] ofOut = new float[each.length];
    for (int b = 0; b < each.length; b++) {
      Combination weights = prediction.noise(schedule, Math.toIntExact(each[b]));
      ofX[b] = (float) weights.sample();
      ofOut[b] = (float) weights.noise();
    }
    return x.mul(factors(x, ofX)).addi(out.mul(factors(x, ofOut)));
  }

  private static long[] broadcast(long[] values, int count) {
    if (values.length != 1) {
      return values;
    }
    long[] same = new long[count];
    Arrays.fill(same, values[0]);
    return same;
  }

  private static NDArray factors(NDArray like, float[] values) {
    return like.getManager().create(values, new Shape(values.length, 1, 1, 1));
  }
}
