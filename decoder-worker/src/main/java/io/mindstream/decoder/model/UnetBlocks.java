package io.mindstream.decoder.model;

import io.mindstream.decoder.model.Architecture.Unet;
import java.util.Deque;

/** The UNet's input, middle and output blocks. Blocks are numbered through all levels. */
final class UnetBlocks {

  private final Unet unet;
  private final int contextWidth;
  private int channels;

  UnetBlocks(Unet unet, int contextWidth) {
    this.unet = unet;
    this.contextWidth = contextWidth;
    this.channels = unet.modelChannels();
  }

  /** Pushes each block's channels on the skips. */
  void input(ShapeList blocks, Deque<Integer> skips) {
    int index = 0;
    blocks.conv(index++ + ".0", unet.inChannels(), channels, 3);
    skips.push(channels);
    int levels = unet.channelMultiples().size();
    for (int level = 0; level < levels; level++) {
      for (int i = 0; i < unet.resBlocks(); i++) {
        level(blocks.at(index++ + "."), level, channels);
        skips.push(channels);
      }
      if (level < levels - 1) {
        blocks.conv(index++ + ".0.op", channels, channels, 3);
        skips.push(channels);
      }
    }
  }

  void middle(ShapeList block) {
    resBlock(block.at("0."), channels, channels);
    transformer(block.at("1."));
    resBlock(block.at("2."), channels, channels);
  }

  /** Takes each block's skip from the stack. */
  void output(ShapeList blocks, Deque<Integer> skips) {
    int index = 0;
    for (int level = unet.channelMultiples().size() - 1; level >= 0; level--) {
      for (int i = 0; i <= unet.resBlocks(); i++) {
        ShapeList block = blocks.at(index++ + ".");
        int layers = level(block, level, channels + skips.pop());
        if (level > 0 && i == unet.resBlocks()) {
          block.conv(layers + ".conv", channels, channels, 3);
        }
      }
    }
  }

  /** A residual block and, where the level has it, attention; returns how many layers that is. */
  private int level(ShapeList block, int level, int in) {
    channels = unet.channels(level);
    resBlock(block.at("0."), in, channels);
    if (!unet.attends(level)) {
      return 1;
    }
    transformer(block.at("1."));
    return 2;
  }

  private void resBlock(ShapeList block, int in, int out) {
    block.norm("in_layers.0", in);
    block.conv("in_layers.2", in, out, 3);
    block.linear("emb_layers.1", unet.timeWidth(), out);
    block.norm("out_layers.0", out);
    block.conv("out_layers.3", out, out, 3);
    if (in != out) {
      block.conv("skip_connection", in, out, 1);
    }
  }

  private void transformer(ShapeList layer) {
    layer.norm("norm", channels);
    layer.conv("proj_in", channels, channels, 1);
    for (int depth = 0; depth < unet.transformerDepth(); depth++) {
      transformerBlock(layer.at("transformer_blocks." + depth + "."));
    }
    layer.conv("proj_out", channels, channels, 1);
  }

  private void transformerBlock(ShapeList block) {
    attention(block.at("attn1."), channels);
    block.linear("ff.net.0.proj", channels, 8 * channels);
    block.linear("ff.net.2", 4 * channels, channels);
    attention(block.at("attn2."), contextWidth);
    block.norm("norm1", channels);
    block.norm("norm2", channels);
    block.norm("norm3", channels);
  }

  private void attention(ShapeList attention, int keyWidth) {
    attention.projection("to_q", channels, channels);
    attention.projection("to_k", keyWidth, channels);
    attention.projection("to_v", keyWidth, channels);
    attention.linear("to_out.0", channels, channels);
  }
}
