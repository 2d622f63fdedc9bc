package io.mindstream.decoder.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The UNet's levels, read from its input blocks: a run of residual blocks a level, a downsampling
 * convolution between levels.
 *
 * @param multiples channels of each level over the model's, finest first
 * @param resBlocks residual blocks of a level
 * @param attentionFactors downsampling factors of the levels with attention
 */
record UnetLevels(List<Integer> multiples, int resBlocks, Set<Integer> attentionFactors) {

  private static final int MOST_LEVELS = 16;

  static UnetLevels read(KnownShapes shapes, int modelChannels) {
    List<Integer> multiples = new ArrayList<>();
    Set<Integer> attended = new TreeSet<>();
    int resBlocks = 0;
    int block = 1;
    do {
      String first = StateDictShapes.UNET + "input_blocks." + block + ".";
      String conv = first + "0.in_layers.2.weight";
      multiples.add(multiple(shapes.axis(conv, 0, "channels of a UNet level"), modelChannels));
      if (shapes.has(first + "1.proj_in.weight")) {
        attended.add(1 << (multiples.size() - 1));
      }
      int blocks = run(shapes, block);
      resBlocks = multiples.size() == 1 ? blocks : requireEqual(blocks, resBlocks);
      block += blocks;
    } while (shapes.has(StateDictShapes.UNET + "input_blocks." + block++ + ".0.op.weight")
        && multiples.size() < MOST_LEVELS);
    return new UnetLevels(multiples, resBlocks, attended);
  }

  /** Residual blocks from the given block on. */
  private static int run(KnownShapes shapes, int from) {
    return shapes.count(
        i -> StateDictShapes.UNET + "input_blocks." + (from + i) + ".0.in_layers.2.weight");
  }

  private static int multiple(int channels, int modelChannels) {
    if (channels % modelChannels != 0) {
      throw new UnusableArchitectureException(
          "a UNet level has " + channels + " channels, no multiple of " + modelChannels);
    }
    return channels / modelChannels;
  }

  private static int requireEqual(int blocks, int before) {
    if (blocks != before) {
      throw new UnusableArchitectureException(
          "the UNet's levels have "
              + before
              + " and "
              + blocks
              + " residual blocks; MinD-Vis has equally many on each");
    }
    return blocks;
  }
}
