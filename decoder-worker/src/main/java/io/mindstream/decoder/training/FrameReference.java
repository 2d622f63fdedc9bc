package io.mindstream.decoder.training;

import io.mindstream.decoder.model.Architecture.LatentDecoder;

/**
 * Lets a small latent decoder say absolute colours. Its last norm has 32 groups; with few channels
 * a group is one channel, and the norm takes away the mean and the spread of each picture's
 * channels: a plain ground of any colour would come out the same. A strong line around the picture,
 * one pixel wide, dominates both, so that what lies inside keeps its level. Zero padding makes the
 * line: a Laplacian of a constant is zero but at the border.
 */
final class FrameReference {

  private static final float STRENGTH = 3;
  private static final float[] LAPLACIAN = {1, 1, 1, 1, -8, 1, 1, 1, 1};

  private FrameReference() {}

  /** Puts the line into the last residual block's first values. */
  static void add(NamedTensors weights, LatentDecoder decoder) {
    String block = "first_stage_model.decoder.up.0.block." + decoder.resBlocks() + ".";
    weights.values(block + "norm2.weight")[0] = 0;
    weights.values(block + "norm2.bias")[0] = 1;
    float[] kernel = weights.values(block + "conv2.weight"); // (C, C, 3, 3)
    int channels = decoder.channels(0);
    for (int out = 0; out < channels; out++) {
      for (int i = 0; i < LAPLACIAN.length; i++) {
        kernel[out * channels * LAPLACIAN.length + i] = STRENGTH * LAPLACIAN[i];
      }
    }
  }
}
