package io.mindstream.decoder.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The latent decoder: {@code vq.py}, with as many levels, blocks and attentions as the bundle has.
 * Levels are stored from the finest (0) but run from the coarsest.
 */
public final class LatentDecoderModules {

  private static final String STAGE = "first_stage_model";
  private static final String DECODER = STAGE + ".decoder";
  private static final double EPS = 1e-6;

  private final LayerModules layers;
  private final WiringClass levels = new WiringClass("LatentLevels");
  private final List<String> lines = new ArrayList<>();

  /** Wires the levels that the bundle has. */
  public LatentDecoderModules(LayerModules layers) {
    this.layers = layers;
    wire();
  }

  /** Latents to pictures. */
  public ScriptModule decoder() {
    return new ScriptModule("vq.LatentDecoder")
        .with("codes", layers.required(STAGE + ".quantize.embedding.weight"))
        .child("post_quant", layers.convolution(STAGE + ".post_quant_conv"))
        .child("conv_in", layers.convolution(DECODER + ".conv_in"))
        .child("levels", levels.module())
        .child("norm_out", layers.groupNorm(DECODER + ".norm_out", EPS))
        .child("conv_out", layers.convolution(DECODER + ".conv_out"));
  }

  /** The generated class of the levels, as TorchScript. */
  public String wiring() {
    return levels.source();
  }

  private void wire() {
    lines.add("h = x");
    call("mid_block_1", resBlock(DECODER + ".mid.block_1"));
    call("mid_attention", attention(DECODER + ".mid.attn_1"));
    call("mid_block_2", resBlock(DECODER + ".mid.block_2"));
    for (int level = count(DECODER + ".up") - 1; level >= 0; level--) {
      level(level, DECODER + ".up." + level);
    }
    lines.add("return h");
    levels.method("forward", "(x: Tensor) -> Tensor", lines);
  }

  private void level(int level, String prefix) {
    for (int k = 0; k < count(prefix + ".block"); k++) {
      call("up_%d_block_%d".formatted(level, k), resBlock(prefix + ".block." + k));
      if (layers.hasAny(prefix + ".attn." + k)) {
        call("up_%d_attention_%d".formatted(level, k), attention(prefix + ".attn." + k));
      }
    }
    if (layers.hasAny(prefix + ".upsample")) {
      call("up_%d_upsample".formatted(level), layers.upsample(prefix + ".upsample"));
    }
  }

  private void call(String name, ScriptModule module) {
    lines.add("h = %s.forward(h)".formatted(levels.add(name, module)));
  }

  private int count(String prefix) {
    int n = 0;
    while (layers.hasAny(prefix + "." + n)) {
      n++;
    }
    return n;
  }

  private ScriptModule resBlock(String prefix) {
    return resBlock(layers, prefix);
  }

  /** One residual block of the autoencoder. */
  public static ScriptModule resBlock(LayerModules layers, String prefix) {
    return new ScriptModule("vq.ResBlock")
        .child("norm1", layers.groupNorm(prefix + ".norm1", EPS))
        .child("conv1", layers.convolution(prefix + ".conv1"))
        .child("norm2", layers.groupNorm(prefix + ".norm2", EPS))
        .child("conv2", layers.convolution(prefix + ".conv2"))
        .child("skip", layers.shortcut(prefix + ".nin_shortcut"));
  }

  private ScriptModule attention(String prefix) {
    return new ScriptModule("vq.Attention")
        .child("norm", layers.groupNorm(prefix + ".norm", EPS))
        .child("q", layers.convolution(prefix + ".q"))
        .child("k", layers.convolution(prefix + ".k"))
        .child("v", layers.convolution(prefix + ".v"))
        .child("proj_out", layers.convolution(prefix + ".proj_out"));
  }
}
