package io.mindstream.decoder.model;

import java.util.List;
import java.util.Set;

/**
 * All sizes of one MinD-Vis network.
 *
 * <p>Letters: L fMRI tokens, P patch size in voxels, E encoder width, N context tokens, D context
 * width, C channels, h x w latent pixels.
 *
 * @param encoder fMRI encoder and the mapping to the context
 * @param unet the noise predictor
 * @param latentDecoder the VQ autoencoder's decoding half
 */
public record Architecture(Encoder encoder, Unet unet, LatentDecoder latentDecoder) {

  /** Channels of one group norm must be a multiple of this. */
  static final int NORM_GROUPS = 32;

  /** Checks that the parts fit each other. */
  public Architecture {
    require(
        unet.inChannels() == latentDecoder.embedChannels(),
        "the UNet takes %d latent channels, but the codebook has %d"
            .formatted(unet.inChannels(), latentDecoder.embedChannels()));
    require(
        unet.outChannels() == unet.inChannels(),
        "the UNet takes %d latent channels and predicts %d"
            .formatted(unet.inChannels(), unet.outChannels()));
  }

  /**
   * The fMRI encoder (B, 1, V) to the context (B, N, D).
   *
   * @param patchSize P, voxels of one token
   * @param tokens L
   * @param width E
   * @param depth transformer blocks
   * @param heads attention heads; divides the width
   * @param mlpHidden hidden width of the blocks' MLP
   * @param globalPool whether the tokens are averaged into one
   * @param contextTokens N: 77 in the released models, 1 with global pooling
   * @param contextWidth D
   */
  public record Encoder(
      int patchSize,
      int tokens,
      int width,
      int depth,
      int heads,
      int mlpHidden,
      boolean globalPool,
      int contextTokens,
      int contextWidth) {

    /** Checks the sizes. */
    public Encoder {
      requirePositive(
          patchSize, tokens, width, depth, heads, mlpHidden, contextTokens, contextWidth);
      require(
          width % heads == 0,
          "the encoder's width %d cannot be split into %d heads; choose a divisor"
              .formatted(width, heads));
      require(
          globalPool || tokens >= 2,
          "%d voxels make one fMRI token of %d; the context needs two at least"
              .formatted(tokens * patchSize, patchSize));
      require(
          !globalPool || contextTokens == 1,
          "with global pooling the context has one token, not %d".formatted(contextTokens));
    }

    /** V: voxels of one padded vector. */
    public int voxels() {
      return tokens * patchSize;
    }
  }

  /**
   * The UNet: x (B, C, h, w), timestep and context (B, N, D) to the noise in x.
   *
   * @param inChannels channels of the latent
   * @param outChannels channels of the prediction
   * @param modelChannels channels of the finest level at multiple 1
   * @param channelMultiples one a level, finest first
   * @param resBlocks residual blocks of a level on the way down; one more on the way up
   * @param attentionFactors downsampling factors (1, 2, 4, ...) of the levels with attention
   * @param heads attention heads
   * @param transformerDepth transformer blocks of one attention
   * @param timeCondition whether the context is also added to the time embedding
   * @param latentHeight h
   * @param latentWidth w
   */
  public record Unet(
      int inChannels,
      int outChannels,
      int modelChannels,
      List<Integer> channelMultiples,
      int resBlocks,
      Set<Integer> attentionFactors,
      int heads,
      int transformerDepth,
      boolean timeCondition,
      int latentHeight,
      int latentWidth) {

    /** Checks the sizes and copies the collections. */
    public Unet {
      channelMultiples = List.copyOf(channelMultiples);
      attentionFactors = Sorted.copyOf(attentionFactors);
      requirePositive(inChannels, outChannels, modelChannels, resBlocks, heads, transformerDepth);
      requirePositive(latentHeight, latentWidth);
      requireLevels(channelMultiples, modelChannels, "UNet");
      int coarsest = 1 << (channelMultiples.size() - 1);
      require(
          latentHeight % coarsest == 0 && latentWidth % coarsest == 0,
          "a latent of %d x %d cannot be halved %d times; give a multiple of %d"
              .formatted(latentHeight, latentWidth, channelMultiples.size() - 1, coarsest));
      for (int multiple : channelMultiples) {
        require(
            multiple * modelChannels % heads == 0,
            "%d UNet channels cannot be split into %d heads; choose a divisor"
                .formatted(multiple * modelChannels, heads));
      }
    }

    /** Channels of a level, 0 the finest. */
    public int channels(int level) {
      return modelChannels * channelMultiples.get(level);
    }

    /** Whether the blocks of a level, 0 the finest, are followed by attention. */
    public boolean attends(int level) {
      return attentionFactors.contains(1 << level);
    }

    /** Width of the time embedding. */
    public int timeWidth() {
      return 4 * modelChannels;
    }
  }

  /**
   * The decoder of the VQ autoencoder: latent (B, Z, h, w) to image (B, 3, H, W), H = h * 2^(levels
   * - 1).
   *
   * @param embedChannels channels of a code, and so of the latent
   * @param zChannels channels after the 1 x 1 convolution that follows the codes
   * @param codes rows of the codebook
   * @param channels channels at multiple 1
   * @param channelMultiples one a level, finest first
   * @param resBlocks residual blocks of a level less one, as configurations count them; may be 0
   * @param attentionLevels levels with attention after each block, 0 the finest
   * @param outChannels channels of the image
   */
  public record LatentDecoder(
      int embedChannels,
      int zChannels,
      int codes,
      int channels,
      List<Integer> channelMultiples,
      int resBlocks,
      Set<Integer> attentionLevels,
      int outChannels) {

    /** Checks the sizes and copies the collections. */
    public LatentDecoder {
      channelMultiples = List.copyOf(channelMultiples);
      attentionLevels = Sorted.copyOf(attentionLevels);
      requirePositive(embedChannels, zChannels, codes, channels, outChannels);
      require(
          resBlocks >= 0, "the latent decoder cannot have %d residual blocks".formatted(resBlocks));
      requireLevels(channelMultiples, channels, "latent decoder");
    }

    /** Channels of a level, 0 the finest. */
    public int channels(int level) {
      return channels * channelMultiples.get(level);
    }
  }

  private static void requireLevels(List<Integer> multiples, int channels, String part) {
    require(!multiples.isEmpty() && multiples.size() <= 16, "the %s has no levels".formatted(part));
    for (int multiple : multiples) {
      requirePositive(multiple);
      require(
          Math.multiplyExact(multiple, channels) % NORM_GROUPS == 0,
          "a level of the %s has %d channels; group norm needs a multiple of %d"
              .formatted(part, multiple * channels, NORM_GROUPS));
    }
  }

  private static void requirePositive(int... sizes) {
    for (int size : sizes) {
      require(size > 0, "a size of the network is %d; sizes begin at 1".formatted(size));
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new UnusableArchitectureException(message);
    }
  }
}
