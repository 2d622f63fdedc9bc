package io.mindstream.lab.training;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * First values of weights, by name and shape: norms 1 and 0, biases 0, embeddings normal with
 * standard deviation 0.02, codes uniform in -1 to 1, everything else uniform within 1 / sqrt(fan
 * in) (what PyTorch does). The 1x1 convolutions around the codes start as the identity, and the
 * encoder of pictures starts as nothing, so that the first latents are the picture itself, made
 * small: colours are there from the beginning. The last layer of each block that adds to its input
 * starts at 0, so that a deep network starts as a shallow one.
 */
final class Initialisation {

  private Initialisation() {}

  /** Adds tensors of these shapes to the weights. */
  static void add(NamedTensors weights, Map<String, long[]> shapes, long seed) {
    shapes.forEach(
        (name, shape) ->
            weights.put(
                name,
                values(name, shape, new SplittableRandom(seed * 31 + name.hashCode())),
                shape));
  }

  private static float[] values(String name, long[] shape, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    if (name.endsWith("quant_conv.weight") && shape[0] == shape[1]) {
      for (int i = 0; i < shape[0]; i++) {
        values[i * (int) shape[0] + i] = 1;
      }
    } else if (isEmbedding(name)) {
      fill(values, () -> 0.02 * random.nextGaussian());
    } else if (name.endsWith(".embedding.weight")) {
      fill(values, () -> random.nextDouble(-1, 1));
    } else if (name.endsWith(".weight") && shape.length == 1) {
      Arrays.fill(values, 1);
    } else if (name.endsWith(".weight") && !startsAtZero(name)) {
      double bound = 1 / Math.sqrt((double) values.length / shape[0]);
      fill(values, () -> random.nextDouble(-bound, bound));
    }
    return values;
  }

  private static boolean isEmbedding(String name) {
    return name.endsWith("pos_embed") || name.endsWith("mask_token");
  }

  private static boolean startsAtZero(String name) {
    return name.endsWith(".out_layers.3.weight")
        || name.endsWith(".proj_out.weight")
        || name.equals("first_stage_model.encoder.conv_out.weight")
        || name.equals("model.diffusion_model.out.2.weight");
  }

  private static void fill(float[] values, java.util.function.DoubleSupplier next) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) next.getAsDouble();
    }
  }
}
