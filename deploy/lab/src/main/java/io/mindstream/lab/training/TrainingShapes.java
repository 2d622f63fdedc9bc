package io.mindstream.lab.training;

import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.Architecture.Encoder;
import io.mindstream.decoder.model.Architecture.LatentDecoder;
import io.mindstream.decoder.model.ShapeList;
import io.mindstream.decoder.model.StateDictShapes;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tensors that training needs beside those of {@link StateDictShapes} and that no bundle holds.
 * Names of the masked decoder are those of the public code; the latent encoder and the reading head
 * are this project's own.
 */
public final class TrainingShapes {

  /** Prefix of the encoder of pictures. */
  public static final String LATENT_ENCODER = StateDictShapes.LATENT_DECODER + "encoder.";

  /** The linear reading of the context, used by one stage of training. */
  public static final String HEAD = "training.head";

  /** The linear reading of the time condition, used by the same stage. */
  public static final String CATEGORY_HEAD = "training.category";

  /** Residual blocks of the encoder of pictures, all at the latent's resolution. */
  public static final int LATENT_BLOCKS = 2;

  private TrainingShapes() {}

  /**
   * The decoder of masked brain modelling.
   *
   * @param encoder whose patches are to be filled in
   * @param width F, of the decoder
   * @param depth transformer blocks of the decoder
   */
  public static Map<String, long[]> masked(Encoder encoder, int width, int depth) {
    ShapeList shapes = new ShapeList();
    ShapeList mae = shapes.at(StateDictShapes.CONDITION + "mae.");
    mae.put("mask_token", 1, 1, width);
    mae.put("decoder_pos_embed", 1, encoder.tokens() + 1, width);
    mae.linear("decoder_embed", encoder.width(), width);
    for (int i = 0; i < depth; i++) {
      StateDictShapes.encoderBlock(mae.at("decoder_blocks." + i + "."), width, width);
    }
    mae.norm("decoder_norm", width);
    mae.linear("decoder_pred", width, encoder.patchSize());
    return shapes.all();
  }

  /** The encoder of pictures: halves the resolution as often as the decoder doubles it. */
  public static Map<String, long[]> latentEncoder(LatentDecoder decoder) {
    ShapeList shapes = new ShapeList();
    ShapeList root = shapes.at(LATENT_ENCODER);
    int levels = decoder.channelMultiples().size();
    root.conv("conv_in", decoder.outChannels(), decoder.channels(0), 3);
    for (int level = 0; level + 1 < levels; level++) {
      root.conv("down." + level, decoder.channels(level), decoder.channels(level + 1), 3);
    }
    int channels = decoder.channels(levels - 1);
    for (int block = 0; block < LATENT_BLOCKS; block++) {
      StateDictShapes.latentBlock(root.at("block." + block + "."), channels, channels);
    }
    root.norm("norm_out", channels);
    root.conv("conv_out", channels, decoder.zChannels(), 3);
    shapes
        .at(StateDictShapes.LATENT_DECODER)
        .conv("quant_conv", decoder.zChannels(), decoder.embedChannels(), 1);
    return shapes.all();
  }

  /**
   * The reading heads: a token of the context to one cell of the latent, all its channels; and the
   * time condition to a score for each category.
   */
  public static Map<String, long[]> heads(Architecture architecture, int categories) {
    ShapeList shapes = new ShapeList();
    int cell = cell(architecture);
    shapes.linear(
        HEAD,
        architecture.encoder().contextWidth(),
        architecture.unet().inChannels() * cell * cell);
    shapes.linear(CATEGORY_HEAD, architecture.unet().timeWidth(), categories);
    return shapes.all();
  }

  /**
   * Edge length of the square cells, in latent pixels, that the context's first tokens stand for
   * row by row: the smallest with no more cells than tokens.
   */
  public static int cell(Architecture architecture) {
    Architecture.Unet unet = architecture.unet();
    int height = unet.latentHeight();
    int width = unet.latentWidth();
    return IntStream.rangeClosed(1, Math.max(height, width))
        .filter(cell -> height % cell == 0 && width % cell == 0)
        .filter(cell -> height / cell * (width / cell) <= architecture.encoder().contextTokens())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a latent this narrow has no cells"));
  }
}
