package io.mindstream.decoder.model;

import io.mindstream.decoder.model.Architecture.Encoder;
import io.mindstream.decoder.model.Architecture.LatentDecoder;
import io.mindstream.decoder.model.Architecture.Unet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tensors that decoding needs, under the names of the public MinD-Vis code's checkpoints, with
 * the shapes that follow from an architecture. Letters as in {@link Architecture}.
 */
public final class StateDictShapes {

  /** Prefix of the fMRI encoder and the mapping to the context. */
  public static final String CONDITION = "cond_stage_model.";

  /** Prefix of the UNet. */
  public static final String UNET = "model.diffusion_model.";

  /** Prefix of the VQ autoencoder. */
  public static final String LATENT_DECODER = "first_stage_model.";

  private final ShapeList shapes = new ShapeList();

  private StateDictShapes() {}

  /**
   * Lists the tensors.
   *
   * @return name to shape, in the order of the released checkpoint
   */
  public static Map<String, long[]> of(Architecture architecture) {
    StateDictShapes dict = new StateDictShapes();
    dict.unet(architecture.unet(), architecture.encoder());
    dict.latentDecoder(architecture.latentDecoder());
    dict.encoder(architecture.encoder());
    return dict.shapes.all();
  }

  private void encoder(Encoder encoder) {
    ShapeList mae = shapes.at(CONDITION + "mae.");
    int width = encoder.width();
    mae.put("pos_embed", 1, encoder.tokens() + 1, width);
    mae.put("patch_embed.proj.weight", width, 1, encoder.patchSize());
    mae.put("patch_embed.proj.bias", width);
    for (int i = 0; i < encoder.depth(); i++) {
      encoderBlock(mae.at("blocks." + i + "."), width, encoder.mlpHidden());
    }
    mae.norm("norm", width);
    ShapeList condition = shapes.at(CONDITION);
    if (!encoder.globalPool()) {
      int half = encoder.tokens() / 2;
      condition.conv1d("channel_mapper.0", encoder.tokens(), half);
      condition.conv1d("channel_mapper.1", half, encoder.contextTokens());
    }
    condition.linear("dim_mapper", width, encoder.contextWidth());
  }

  public static void encoderBlock(ShapeList block, int width, int hidden) {
    block.norm("norm1", width);
    block.linear("attn.qkv", width, 3 * width);
    block.linear("attn.proj", width, width);
    block.norm("norm2", width);
    block.linear("mlp.fc1", width, hidden);
    block.linear("mlp.fc2", hidden, width);
  }

  private void unet(Unet unet, Encoder encoder) {
    ShapeList root = shapes.at(UNET);
    root.linear("time_embed.0", unet.modelChannels(), unet.timeWidth());
    root.linear("time_embed.2", unet.timeWidth(), unet.timeWidth());
    if (unet.timeCondition()) {
      timeCondition(root, encoder, unet.timeWidth());
    }
    UnetBlocks blocks = new UnetBlocks(unet, encoder.contextWidth());
    Deque<Integer> skips = new ArrayDeque<>();
    blocks.input(root.at("input_blocks."), skips);
    blocks.middle(root.at("middle_block."));
    blocks.output(root.at("output_blocks."), skips);
    root.norm("out.0", unet.modelChannels());
    root.conv("out.2", unet.modelChannels(), unet.outChannels(), 3);
  }

  /** The misspelt name is the checkpoints' own. */
  private static void timeCondition(ShapeList root, Encoder encoder, int timeWidth) {
    if (encoder.globalPool()) {
      root.linear("time_embed_condtion", encoder.contextWidth(), timeWidth);
      return;
    }
    int half = encoder.contextTokens() / 2;
    root.conv1d("time_embed_condtion.0", encoder.contextTokens(), half);
    root.conv1d("time_embed_condtion.1", half, 1);
    root.linear("time_embed_condtion.2", encoder.contextWidth(), timeWidth);
  }

  private void latentDecoder(LatentDecoder vq) {
    ShapeList root = shapes.at(LATENT_DECODER);
    ShapeList decoder = root.at("decoder.");
    int levels = vq.channelMultiples().size();
    int channels = vq.channels(levels - 1);
    decoder.conv("conv_in", vq.zChannels(), channels, 3);
    latentBlock(decoder.at("mid.block_1."), channels, channels);
    latentAttention(decoder.at("mid.attn_1."), channels);
    latentBlock(decoder.at("mid.block_2."), channels, channels);
    for (int level = levels - 1; level >= 0; level--) {
      latentLevel(decoder.at("up." + level + "."), vq, level, channels);
      channels = vq.channels(level);
    }
    decoder.norm("norm_out", channels);
    decoder.conv("conv_out", channels, vq.outChannels(), 3);
    root.put("quantize.embedding.weight", vq.codes(), vq.embedChannels());
    root.conv("post_quant_conv", vq.embedChannels(), vq.zChannels(), 1);
  }

  private static void latentLevel(ShapeList up, LatentDecoder vq, int level, int channelsIn) {
    int channels = vq.channels(level);
    for (int k = 0; k <= vq.resBlocks(); k++) {
      latentBlock(up.at("block." + k + "."), k == 0 ? channelsIn : channels, channels);
      if (vq.attentionLevels().contains(level)) {
        latentAttention(up.at("attn." + k + "."), channels);
      }
    }
    if (level > 0) {
      up.conv("upsample.conv", channels, channels, 3);
    }
  }

  public static void latentBlock(ShapeList block, int in, int out) {
    block.norm("norm1", in);
    block.conv("conv1", in, out, 3);
    block.norm("norm2", out);
    block.conv("conv2", out, out, 3);
    if (in != out) {
      block.conv("nin_shortcut", in, out, 1);
    }
  }

  private static void latentAttention(ShapeList attention, int channels) {
    attention.norm("norm", channels);
    Stream.of("q", "k", "v", "proj_out")
        .forEach(name -> attention.conv(name, channels, channels, 1));
  }
}
