package io.mindstream.decoder.model;

import io.mindstream.decoder.model.Architecture.Encoder;
import io.mindstream.decoder.model.Architecture.LatentDecoder;
import io.mindstream.decoder.model.Architecture.Unet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Infers all sizes of a network from the shapes of its tensors. */
public final class ArchitectureInference {

  private static final String MAE = StateDictShapes.CONDITION + "mae.";
  private static final String DECODER = StateDictShapes.LATENT_DECODER + "decoder.";

  private final KnownShapes shapes;

  private ArchitectureInference(Map<String, long[]> shapes) {
    this.shapes = new KnownShapes(shapes);
  }

  /**
   * What no shape tells.
   *
   * @param encoderHeads attention heads of the fMRI encoder
   * @param unetHeads attention heads of the UNet
   * @param latentSize height and width of the latent
   */
  public record UntoldSizes(int encoderHeads, int unetHeads, int latentSize) {}

  /**
   * Infers an architecture.
   *
   * @param shapes by plain name, see {@link StateDictNames}
   * @throws UnusableArchitectureException where a tensor is missing or the sizes make no network
   */
  public static Architecture infer(Map<String, long[]> shapes, UntoldSizes given) {
    ArchitectureInference inference = new ArchitectureInference(shapes);
    return new Architecture(
        inference.encoder(given.encoderHeads()),
        inference.unet(given.unetHeads(), given.latentSize()),
        inference.latentDecoder());
  }

  private Encoder encoder(int heads) {
    boolean globalPool = !shapes.has(StateDictShapes.CONDITION + "channel_mapper.0.weight");
    String mapper = StateDictShapes.CONDITION + "channel_mapper.1.weight";
    return new Encoder(
        shapes.axis(MAE + "patch_embed.proj.weight", 2, "patch size"),
        shapes.axis(MAE + "pos_embed", 1, "number of fMRI tokens") - 1,
        shapes.axis(MAE + "patch_embed.proj.weight", 0, "encoder width"),
        shapes.count(i -> MAE + "blocks." + i + ".attn.qkv.weight"),
        heads,
        shapes.axis(MAE + "blocks.0.mlp.fc1.weight", 0, "hidden width of the encoder's MLP"),
        globalPool,
        globalPool ? 1 : shapes.axis(mapper, 0, "number of context tokens"),
        shapes.axis(StateDictShapes.CONDITION + "dim_mapper.weight", 0, "context width"));
  }

  private Unet unet(int heads, int latentSize) {
    String first = StateDictShapes.UNET + "input_blocks.0.0.weight";
    int modelChannels = shapes.axis(first, 0, "UNet's channels");
    UnetLevels levels = UnetLevels.read(shapes, modelChannels);
    return new Unet(
        shapes.axis(first, 1, "latent channels"),
        shapes.axis(StateDictShapes.UNET + "out.2.weight", 0, "predicted channels"),
        modelChannels,
        levels.multiples(),
        levels.resBlocks(),
        levels.attentionFactors(),
        heads,
        transformerDepth(),
        hasTimeCondition(),
        latentSize,
        latentSize);
  }

  private int transformerDepth() {
    String middle = StateDictShapes.UNET + "middle_block.1.transformer_blocks.";
    return Math.max(1, shapes.count(i -> middle + i + ".norm1.weight"));
  }

  private boolean hasTimeCondition() {
    String condition = StateDictShapes.UNET + "time_embed_condtion.";
    return shapes.has(condition + "weight") || shapes.has(condition + "0.weight");
  }

  private LatentDecoder latentDecoder() {
    int levels = shapes.count(i -> up(i, "block.0.conv1.weight"));
    List<Integer> channels = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      channels.add(shapes.axis(up(level, "block.0.conv1.weight"), 0, "latent decoder's channels"));
    }
    int unit = channels.stream().reduce(0, ArchitectureInference::greatestCommonDivisor);
    String codes = StateDictShapes.LATENT_DECODER + "quantize.embedding.weight";
    return new LatentDecoder(
        shapes.axis(codes, 1, "channels of a code"),
        shapes.axis(DECODER + "conv_in.weight", 1, "latent decoder's input channels"),
        shapes.axis(codes, 0, "number of codes"),
        Math.max(1, unit),
        channels.stream().map(width -> width / unit).toList(),
        Math.max(0, shapes.count(k -> up(0, "block." + k + ".conv1.weight")) - 1),
        attentionLevels(levels),
        shapes.axis(DECODER + "conv_out.weight", 0, "image channels"));
  }

  private Set<Integer> attentionLevels(int levels) {
    Set<Integer> attended = new TreeSet<>();
    IntStream.range(0, levels)
        .filter(level -> shapes.has(up(level, "attn.0.q.weight")))
        .forEach(attended::add);
    return attended;
  }

  private static String up(int level, String name) {
    return DECODER + "up." + level + "." + name;
  }

  /** The multiples are only known up to a factor: the unit is the largest that fits all levels. */
  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
