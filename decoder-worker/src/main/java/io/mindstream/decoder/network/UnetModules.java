package io.mindstream.decoder.network;

import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.network.ScriptModule.Attribute;

/** The denoiser: {@code unet.py}, filled from tensors of the bundle. */
public final class UnetModules {

  static final String UNET = "model.diffusion_model";
  private static final String TIME_CONDITION =
      UNET + ".time_embed_condtion"; // spelt so in the files
  private static final double RES_BLOCK_EPS = 1e-5;
  private static final double TRANSFORMER_EPS = 1e-6;

  private final LayerModules layers;
  private final Architecture.Unet sizes;

  /** The parts of a UNet of these sizes. */
  public UnetModules(LayerModules layers, Architecture.Unet sizes) {
    this.layers = layers;
    this.sizes = sizes;
  }

  /**
   * The whole denoiser.
   *
   * @param blocks what {@link UnetWiring} makes of the others
   */
  public ScriptModule unet(ScriptModule blocks) {
    return new ScriptModule("unet.Unet")
        .child("time1", layers.linear(UNET + ".time_embed.0"))
        .child("time2", layers.linear(UNET + ".time_embed.2"))
        .child("time_condition", timeCondition())
        .child("blocks", blocks)
        .child("norm_out", layers.groupNorm(UNET + ".out.0", RES_BLOCK_EPS))
        .child("conv_out", layers.convolution(UNET + ".out.2"));
  }

  ScriptModule resBlock(String prefix) {
    return new ScriptModule("unet.ResBlock")
        .child("norm1", layers.groupNorm(prefix + ".in_layers.0", RES_BLOCK_EPS))
        .child("conv1", layers.convolution(prefix + ".in_layers.2"))
        .child("time", layers.linear(prefix + ".emb_layers.1"))
        .child("norm2", layers.groupNorm(prefix + ".out_layers.0", RES_BLOCK_EPS))
        .child("conv2", layers.convolution(prefix + ".out_layers.3"))
        .child("skip", layers.shortcut(prefix + ".skip_connection"));
  }

  ScriptModule spatialTransformer(String prefix) {
    return new ScriptModule("unet.SpatialTransformer")
        .child("norm", layers.groupNorm(prefix + ".norm", TRANSFORMER_EPS))
        .child("proj_in", layers.convolution(prefix + ".proj_in"))
        .child("proj_out", layers.convolution(prefix + ".proj_out"));
  }

  ScriptModule transformerBlock(String prefix) {
    ScriptModule block = new ScriptModule("unet.TransformerBlock");
    block.child("norm1", layers.layerNorm(prefix + ".norm1"));
    attention(block, "self", prefix + ".attn1");
    block.child("norm2", layers.layerNorm(prefix + ".norm2"));
    attention(block, "cross", prefix + ".attn2");
    return block
        .child("norm3", layers.layerNorm(prefix + ".norm3"))
        .child("gated", layers.linear(prefix + ".ff.net.0.proj"))
        .child("ff_out", layers.linear(prefix + ".ff.net.2"))
        .whole("heads", sizes.heads());
  }

  private void attention(ScriptModule block, String name, String prefix) {
    block
        .child(name + "_q", layers.linear(prefix + ".to_q"))
        .child(name + "_k", layers.linear(prefix + ".to_k"))
        .child(name + "_v", layers.linear(prefix + ".to_v"))
        .child(name + "_out", layers.linear(prefix + ".to_out.0"));
  }

  /** Three layers with 77 tokens, one bare linear layer when pooled, none without the condition. */
  public ScriptModule timeCondition() {
    boolean bare = layers.has(TIME_CONDITION + ".weight");
    String linear = bare ? TIME_CONDITION : TIME_CONDITION + ".2";
    Attribute weight =
        sizes.timeCondition() ? layers.required(linear + ".weight") : new Attribute.Absent();
    return new ScriptModule("unet.TimeCondition")
        .child("tokens1", layers.tokenMap(TIME_CONDITION + ".0"))
        .child("tokens2", layers.tokenMap(TIME_CONDITION + ".1"))
        .with("weight", weight)
        .with("bias", layers.optional(linear + ".bias"))
        .whole("width", 4 * sizes.modelChannels());
  }
}
