package io.mindstream.lab.training;

/**
 * Gives each latent channel mean 0 and standard deviation 1 over the training pictures, which the
 * noise schedule expects. Folded exactly into the codes and the 1x1 convolutions around them, so
 * that pictures stay as they are.
 */
final class LatentScale {

  private static final String STAGE = "first_stage_model.";

  private final double[] mean;
  private final double[] deviation;

  /** Measures latents (N, Z h w) of Z channels. */
  LatentScale(Latents latents) {
    int channels = (int) latents.shape().get(0);
    int pixels = (int) latents.shape().size() / channels;
    mean = new double[channels];
    deviation = new double[channels];
    double count = (double) latents.values().length * pixels;
    for (float[] latent : latents.values()) {
      for (int i = 0; i < latent.length; i++) {
        mean[i / pixels] += latent[i] / count;
      }
    }
    for (float[] latent : latents.values()) {
      for (int i = 0; i < latent.length; i++) {
        double d = latent[i] - mean[i / pixels];
        deviation[i / pixels] += d * d / count;
      }
    }
    for (int c = 0; c < channels; c++) {
      deviation[c] = Math.max(Math.sqrt(deviation[c]), 1e-6);
    }
  }

  /** Folds the scale into the weights. */
  void fold(NamedTensors weights) {
    int channels = mean.length;
    float[] codes = weights.values(STAGE + "quantize.embedding.weight");
    for (int i = 0; i < codes.length; i++) {
      codes[i] = scaled(codes[i], i % channels);
    }
    float[] quant = weights.values(STAGE + "quant_conv.weight"); // (Z, C, 1, 1)
    for (int i = 0; i < quant.length; i++) {
      quant[i] /= (float) deviation[i / (quant.length / channels)];
    }
    float[] quantBias = weights.values(STAGE + "quant_conv.bias");
    for (int c = 0; c < channels; c++) {
      quantBias[c] = scaled(quantBias[c], c);
    }
    foldOutwards(
        weights.values(STAGE + "post_quant_conv.weight"), // (C, Z, 1, 1)
        weights.values(STAGE + "post_quant_conv.bias"));
  }

  private void foldOutwards(float[] post, float[] bias) {
    int channels = mean.length;
    for (int i = 0; i < post.length; i++) {
      bias[i / channels] += (float) (post[i] * mean[i % channels]);
      post[i] *= (float) deviation[i % channels];
    }
  }

  private float scaled(float value, int channel) {
    return (float) ((value - mean[channel]) / deviation[channel]);
  }
}
