package io.mindstream.lab.training;

import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.StateDictShapes;
import io.mindstream.decoder.network.EncoderModules;
import io.mindstream.decoder.network.LatentDecoderModules;
import io.mindstream.decoder.network.LayerModules;
import io.mindstream.decoder.network.ScriptModule;
import io.mindstream.decoder.network.UnetModules;
import io.mindstream.decoder.network.UnetWiring;
import io.mindstream.decoder.network.WiringClass;
import java.util.ArrayList;
import java.util.List;

/** The modules of each stage of training, filled from the weights so far. */
final class StageModules {

  private static final String MAE = StateDictShapes.CONDITION + "mae.";

  private final LayerModules layers;
  private final Architecture architecture;
  private final StringBuilder wiring = new StringBuilder();

  StageModules(LayerModules layers, Architecture architecture) {
    this.layers = layers;
    this.architecture = architecture;
  }

  /** Source text of the generated classes that the stage needed. */
  String wiring() {
    return wiring.toString();
  }

  /** Builds the stage's module; once an object. */
  ScriptModule stage(TrainingStage stage) {
    return switch (stage) {
      case MASKED -> masked();
      case AUTOENCODER -> autoencoder();
      case PICTURES -> root("autoencoder.Pictures").child("decoder", latentDecoder());
      case CONDITION -> condition();
      case DIFFUSION -> diffusion();
    };
  }

  private ScriptModule masked() {
    EncoderModules encoder = encoder();
    WiringClass blocks = new WiringClass("MaskedBlocks");
    int heads = architecture.encoder().heads();
    EncoderModules.wireBlocks(
        blocks,
        count(MAE + "decoder_blocks."),
        i -> EncoderModules.block(layers, MAE + "decoder_blocks." + i, heads));
    wiring.append(blocks.source());
    return root("masked.MaskedModelling")
        .child("encoder", encoder.encoder())
        .child("embed", layers.linear(MAE + "decoder_embed"))
        .with("mask_token", layers.required(MAE + "mask_token"))
        .with("positions", layers.required(MAE + "decoder_pos_embed"))
        .child("blocks", blocks.module())
        .child("norm", layers.layerNorm(MAE + "decoder_norm"))
        .child("predict", layers.linear(MAE + "decoder_pred"));
  }

  private ScriptModule autoencoder() {
    return root("autoencoder.Autoencoder")
        .child("encoder", latentEncoder())
        .child("decoder", latentDecoder());
  }

  private ScriptModule latentDecoder() {
    LatentDecoderModules decoder = new LatentDecoderModules(layers);
    wiring.append(decoder.wiring());
    return decoder.decoder();
  }

  private ScriptModule latentEncoder() {
    String prefix = TrainingShapes.LATENT_ENCODER;
    WiringClass levels = new WiringClass("EncoderLevels");
    List<String> lines = new ArrayList<>();
    lines.add("h = x");
    for (int i = 0; i < count(prefix + "down."); i++) {
      String down = levels.add("down_" + i, layers.convolution(prefix + "down." + i, 2));
      lines.add("h = %s.forward(torch.silu(h))".formatted(down));
    }
    for (int i = 0; i < count(prefix + "block."); i++) {
      ScriptModule block = LatentDecoderModules.resBlock(layers, prefix + "block." + i);
      lines.add("h = %s.forward(h)".formatted(levels.add("block_" + i, block)));
    }
    lines.add("return h");
    levels.method("forward", "(x: Tensor) -> Tensor", lines);
    wiring.append(levels.source());
    return new ScriptModule("autoencoder.LatentEncoder")
        .child("conv_in", layers.convolution(prefix + "conv_in"))
        .child("levels", levels.module())
        .child("norm_out", layers.groupNorm(prefix + "norm_out", 1e-6))
        .child("conv_out", layers.convolution(prefix + "conv_out"))
        .child("quant", layers.convolution(StateDictShapes.LATENT_DECODER + "quant_conv"));
  }

  private ScriptModule condition() {
    EncoderModules encoder = encoder();
    return root("condition.Conditioning")
        .child("encoder", encoder.encoder())
        .child("condition_stage", encoder.condition())
        .child("time_condition", new UnetModules(layers, architecture.unet()).timeCondition())
        .child("head", layers.linear(TrainingShapes.HEAD))
        .child("category_head", layers.linear(TrainingShapes.CATEGORY_HEAD))
        .whole("cell", TrainingShapes.cell(architecture));
  }

  private ScriptModule diffusion() {
    EncoderModules encoder = encoder();
    UnetModules unet = new UnetModules(layers, architecture.unet());
    UnetWiring blocks = new UnetWiring(layers, unet);
    wiring.append(blocks.source());
    return root("diffusion.Diffusion")
        .child("encoder", encoder.encoder())
        .child("condition_stage", encoder.condition())
        .child("unet", unet.unet(blocks.module()));
  }

  private EncoderModules encoder() {
    EncoderModules encoder = new EncoderModules(layers, architecture.encoder());
    wiring.append(encoder.wiring());
    return encoder;
  }

  private static ScriptModule root(String type) {
    return new ScriptModule(type).flag("training", true);
  }

  private int count(String prefix) {
    int n = 0;
    while (layers.hasAny(prefix + n)) {
      n++;
    }
    return n;
  }
}
