package io.mindstream.lab.training;

import io.mindstream.decoder.model.Architecture;

/**
 * Lets small networks say absolute levels. Their last norm has 32 groups; with few channels a group
 * is one channel, and the norm takes away the mean and the spread of each picture's channels: a
 * plain ground of any colour would come out the same. A strong line around the picture, one pixel
 * wide, dominates both, so that what lies inside keeps its level. Zero padding makes the line: a
 * Laplacian of a constant is zero but at the border. It is positive, where SiLU passes things on.
 */
final class FrameReference {

  private static final float STRENGTH = 3;
  private static final int[] LAPLACIAN = {-1, -1, -1, -1, 8, -1, -1, -1, -1};

  private FrameReference() {}

  /** Puts the line into the first values of the last residual blocks. */
  static void add(NamedTensors weights, Architecture architecture) {
    String decoder =
        "first_stage_model.decoder.up.0.block." + architecture.latentDecoder().resBlocks() + ".";
    add(weights, decoder + "norm2", decoder + "conv2");
  }

  /** The block's first channel becomes a constant, of which the convolution makes the line. */
  private static void add(NamedTensors weights, String norm, String convolution) {
    weights.values(norm + ".weight")[0] = 0;
    weights.values(norm + ".bias")[0] = 1;
    float[] kernel = weights.values(convolution + ".weight"); // (C, C, 3, 3)
    int stride = kernel.length / weights.values(convolution + ".bias").length;
    for (int at = 0; at < kernel.length; at += stride) {
      for (int i = 0; i < LAPLACIAN.length; i++) {
        kernel[at + i] = STRENGTH * LAPLACIAN[i];
      }
    }
  }
}
