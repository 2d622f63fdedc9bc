package io.mindstream.decoder.network;

import io.mindstream.decoder.model.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Encoder and context: {@code encoder.py}, with as many blocks as the bundle has. */
public final class EncoderModules {

  private static final String STAGE = "cond_stage_model";
  private static final String ENCODER = STAGE + ".mae";

  private final LayerModules layers;
  private final Architecture.Encoder sizes;
  private final WiringClass blocks = new WiringClass("EncoderBlocks");

  /** Puts the blocks in a row, as many as the sizes say. */
  public EncoderModules(LayerModules layers, Architecture.Encoder sizes) {
    this.layers = layers;
    this.sizes = sizes;
    wireBlocks();
  }

  /** Voxels to the encoder's output. */
  public ScriptModule encoder() {
    return new ScriptModule("encoder.Encoder")
        .with("patch_weight", layers.required(ENCODER + ".patch_embed.proj.weight"))
        .with("patch_bias", layers.required(ENCODER + ".patch_embed.proj.bias"))
        .with("positions", layers.required(ENCODER + ".pos_embed"))
        .child("blocks", blocks.module())
        .child("norm", layers.layerNorm(ENCODER + ".norm"))
        .flag("global_pool", sizes.globalPool());
  }

  /** The encoder's output to context tokens. */
  public ScriptModule condition() {
    return new ScriptModule("encoder.Condition")
        .child("tokens1", layers.tokenMap(STAGE + ".channel_mapper.0"))
        .child("tokens2", layers.tokenMap(STAGE + ".channel_mapper.1"))
        .child("width", layers.linear(STAGE + ".dim_mapper"));
  }

  /** The generated class of the blocks, as TorchScript. */
  public String wiring() {
    return blocks.source();
  }

  private void wireBlocks() {
    wireBlocks(blocks, sizes.depth(), i -> block(layers, ENCODER + ".blocks." + i, sizes.heads()));
  }

  /** Blocks in a row; the method gives the output of each. */
  public static void wireBlocks(WiringClass blocks, int depth, IntFunction<ScriptModule> block) {
    List<String> lines = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      String child = blocks.add("block_" + i, block.apply(i));
      lines.add("h%d = %s.forward(%s)".formatted(i, child, i == 0 ? "x" : "h" + (i - 1)));
      outputs.add("h" + i);
    }
    lines.add("return [" + String.join(", ", outputs) + "]");
    blocks.method("forward", "(x: Tensor) -> List[Tensor]", lines);
  }

  /** One transformer block of the encoder, or of the decoder of masked brain modelling. */
  public static ScriptModule block(LayerModules layers, String prefix, int heads) {
    return new ScriptModule("encoder.EncoderBlock")
        .child("norm1", layers.layerNorm(prefix + ".norm1"))
        .child("qkv", layers.linear(prefix + ".attn.qkv"))
        .child("proj", layers.linear(prefix + ".attn.proj"))
        .child("norm2", layers.layerNorm(prefix + ".norm2"))
        .child("fc1", layers.linear(prefix + ".mlp.fc1"))
        .child("fc2", layers.linear(prefix + ".mlp.fc2"))
        .whole("heads", heads);
  }
}
