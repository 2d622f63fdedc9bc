package io.mindstream.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class LatentScaleTest {

  @Test
  void shouldScaleCodesAndUndoItInTheConvolutionThatFollows() {
    // One channel with values 1 and 5: mean 3, standard deviation 2.
    Latents latents = new Latents(new float[][] {{1, 5}}, new Shape(1, 1, 2));
    NamedTensors weights = new NamedTensors();
    weights.put("first_stage_model.quantize.embedding.weight", new float[] {7}, 1, 1);
    weights.put("first_stage_model.quant_conv.weight", new float[] {4}, 1, 1, 1, 1);
    weights.put("first_stage_model.quant_conv.bias", new float[] {5}, 1);
    weights.put("first_stage_model.post_quant_conv.weight", new float[] {10}, 1, 1, 1, 1);
    weights.put("first_stage_model.post_quant_conv.bias", new float[] {1}, 1);

    new LatentScale(latents).fold(weights);

    assertArrayEquals(
        new float[] {2, 2, 1, 20, 31}, weights.flat(java.util.List.copyOf(weights.names())), 1e-6f);
  }
}
