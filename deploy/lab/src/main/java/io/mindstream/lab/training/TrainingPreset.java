package io.mindstream.lab.training;

import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.StateDictShapes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sizes and plans of a training.
 *
 * @param id of the model that comes out
 * @param patchSize P, voxels of one token
 * @param encoder width, depth, heads and context of the encoder, see {@link EncoderSizes}
 * @param unet the denoiser
 * @param latentDecoder the autoencoder's decoding half
 * @param plans one for each stage
 * @param augmentation what is done to vectors during training
 */
public record TrainingPreset(
    String id,
    int patchSize,
    EncoderSizes encoder,
    Architecture.Unet unet,
    Architecture.LatentDecoder latentDecoder,
    Map<TrainingStage, StagePlan> plans,
    Augmentation augmentation) {

  /** Share of patches that masked brain modelling hides (arXiv 2211.06956). */
  static final double MASK_RATIO = 0.75;

  /** Share of the diffusion's trials whose vector is blank (Ho and Salimans, arXiv 2207.12598). */
  static final double BLANK_SHARE = 0.1;

  /**
   * The encoder without its number of tokens, which follows from the data.
   *
   * @param width E
   * @param depth transformer blocks
   * @param heads attention heads
   * @param contextTokens T
   * @param contextWidth D
   */
  public record EncoderSizes(int width, int depth, int heads, int contextTokens, int contextWidth) {

    /** Width of the decoder of masked brain modelling: half the encoder's, as in the paper. */
    int maskedWidth() {
      return Math.max(64, width / 2);
    }

    /** Blocks of the decoder of masked brain modelling: a third of the encoder's. */
    int maskedDepth() {
      return Math.max(2, depth / 3);
    }
  }

  /**
   * Changes of a vector that do not change what was seen.
   *
   * @param noise standard deviation of added noise, in normalised units
   * @param dropped largest share of voxels that are set to the mean
   */
  public record Augmentation(double noise, double dropped) {}

  /** Copies the plans and checks that each stage has one. */
  public TrainingPreset {
    plans = Map.copyOf(plans);
    if (plans.size() != TrainingStage.values().length) {
      throw new IllegalArgumentException("each stage needs a plan");
    }
  }

  /** The simulated subject: 64 x 64 pictures, a bundle below 12 MB. */
  public static TrainingPreset demo() {
    return new TrainingPreset(
        "demo",
        8,
        new EncoderSizes(128, 2, 4, 64, 64),
        smallUnet(),
        smallDecoder(),
        Map.of(
            TrainingStage.MASKED, StagePlan.of(300, 64, 1e-3),
            TrainingStage.AUTOENCODER, StagePlan.of(2000, 8, 2e-3),
            TrainingStage.PICTURES, StagePlan.of(1500, 16, 2e-3),
            TrainingStage.CONDITION, StagePlan.of(4000, 32, 1e-3),
            TrainingStage.DIFFUSION, StagePlan.of(14_000, 16, 1e-3)),
        new Augmentation(0.1, 0.1));
  }

  /**
   * The sizes of the released MinD-Vis models, 256 x 256 pictures. For machines with much memory
   * and time. The lower half of the encoder stays still in the diffusion: with all of it, the
   * stage's weights would not fit one array of 2 GB.
   */
  public static TrainingPreset released() {
    return new TrainingPreset(
        "released-sizes",
        16,
        new EncoderSizes(1024, 24, 16, 77, 512),
        new Architecture.Unet(
            3, 3, 192, List.of(1, 2, 3, 5), 2, Set.of(2, 4, 8), 1, 1, true, 64, 64),
        new Architecture.LatentDecoder(3, 3, 8192, 128, List.of(1, 2, 4), 2, Set.of(), 3),
        Map.of(
            TrainingStage.MASKED, StagePlan.of(20_000, 100, 2.5e-4),
            TrainingStage.AUTOENCODER, StagePlan.of(50_000, 8, 1e-4),
            TrainingStage.PICTURES, StagePlan.of(50_000, 8, 1e-4),
            TrainingStage.CONDITION, StagePlan.of(5_000, 25, 5.3e-5),
            TrainingStage.DIFFUSION, StagePlan.of(100_000, 5, 5.3e-5).keeping(lowerHalf(24))),
        new Augmentation(0.1, 0.1));
  }

  private static String[] lowerHalf(int depth) {
    return IntStream.range(0, depth / 2)
        .mapToObj(block -> StateDictShapes.CONDITION + "mae.blocks." + block + ".")
        .toArray(String[]::new);
  }

  /** Edge length of the pictures that the model learns from. */
  public int pixels() {
    return unet.latentHeight() << (latentDecoder.channelMultiples().size() - 1);
  }

  private static Architecture.Unet smallUnet() {
    return new Architecture.Unet(3, 3, 64, List.of(1, 1, 2), 1, Set.of(2, 4), 4, 1, true, 16, 16);
  }

  private static Architecture.LatentDecoder smallDecoder() {
    return new Architecture.LatentDecoder(3, 3, 512, 32, List.of(1, 1, 2), 0, Set.of(), 3);
  }

  /**
   * Recorded runs with few trials and one drawing a category. The same networks, in shorter plans
   * but for the condition: to tell the categories of a brain apart is the hard part, to draw eight
   * pictures is not. Patches are large and tokens few: all patches share one kernel, and what a
   * voxel means depends on where it is. What the condition learned of the brain stays as it is in
   * the diffusion, which is too short to learn it again and long enough to spoil it.
   */
  public static TrainingPreset haxby() {
    return new TrainingPreset(
        "haxby",
        136,
        new EncoderSizes(256, 2, 4, 16, 64),
        smallUnet(),
        smallDecoder(),
        Map.of(
            TrainingStage.MASKED, StagePlan.of(300, 64, 1e-3),
            TrainingStage.AUTOENCODER, StagePlan.of(400, 8, 2e-3),
            TrainingStage.PICTURES, StagePlan.of(400, 16, 1e-3),
            TrainingStage.CONDITION, StagePlan.of(8000, 128, 1e-3),
            TrainingStage.DIFFUSION,
                StagePlan.of(2000, 16, 1e-3).keeping(StateDictShapes.CONDITION)),
        new Augmentation(0.1, 0));
  }

  /** With every stage's steps multiplied, by at least a few. */
  public TrainingPreset scaled(double factor) {
    Map<TrainingStage, StagePlan> scaled = new EnumMap<>(TrainingStage.class);
    plans.forEach((stage, plan) -> scaled.put(stage, plan.scaled(factor)));
    return new TrainingPreset(id, patchSize, encoder, unet, latentDecoder, scaled, augmentation);
  }

  /** The plan of a stage. */
  public StagePlan plan(TrainingStage stage) {
    return java.util.Objects.requireNonNull(plans.get(stage));
  }

  /** All sizes for padded vectors of {@code voxels} values. */
  public Architecture architecture(int voxels) {
    return new Architecture(
        new Architecture.Encoder(
            patchSize,
            voxels / patchSize,
            encoder.width(),
            encoder.depth(),
            encoder.heads(),
            encoder.width(),
            false,
            encoder.contextTokens(),
            encoder.contextWidth()),
        unet,
        latentDecoder);
  }
}
