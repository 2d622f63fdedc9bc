package io.mindstream.decoder.model;

import io.mindstream.decoder.model.Architecture.Encoder;
import io.mindstream.decoder.model.Architecture.LatentDecoder;
import io.mindstream.decoder.model.Architecture.Unet;
import java.util.List;
import java.util.Set;

/** Networks that can be made without a checkpoint. */
public enum ModelSize {
  /** As small as it gets, for tests: 16 x 16 images in milliseconds. */
  TINY(100) {
    @Override
    public Architecture architecture(int roiVoxels) {
      return new Architecture(
          new Encoder(8, tokens(roiVoxels, 8), 32, 2, 4, 32, false, CONTEXT_TOKENS, 24),
          new Unet(3, 3, 32, List.of(1, 2), 1, Set.of(2), 1, 1, true, 8, 8),
          new LatentDecoder(3, 3, 64, 32, List.of(1, 2), 0, Set.of(), 3));
    }
  },
  /** Small enough to train and to decode with on a laptop: 64 x 64 images. */
  DEMO(512) {
    @Override
    public Architecture architecture(int roiVoxels) {
      return new Architecture(
          new Encoder(16, tokens(roiVoxels, 16), 128, 4, 4, 256, false, CONTEXT_TOKENS, 64),
          new Unet(3, 3, 64, List.of(1, 2, 2), 1, Set.of(2, 4), 1, 1, true, 16, 16),
          new LatentDecoder(3, 3, 512, 64, List.of(1, 2, 2), 1, Set.of(), 3));
    }
  },
  /** The released MinD-Vis models: 256 x 256 images. Subject 3 of GOD has 4643 voxels. */
  RELEASED(4643) {
    @Override
    public Architecture architecture(int roiVoxels) {
      return new Architecture(
          new Encoder(16, tokens(roiVoxels, 16), 1024, 24, 16, 1024, false, CONTEXT_TOKENS, 512),
          new Unet(3, 3, 192, List.of(1, 2, 3, 5), 2, Set.of(2, 4, 8), 1, 1, true, 64, 64),
          new LatentDecoder(3, 3, 8192, 128, List.of(1, 2, 4), 2, Set.of(), 3));
    }
  };

  private static final int CONTEXT_TOKENS = 77;

  private final int usualVoxels;

  ModelSize(int usualVoxels) {
    this.usualVoxels = usualVoxels;
  }

  /** Voxels of the ROI where none are asked for. */
  public int usualVoxels() {
    return usualVoxels;
  }

  /**
   * The network for an ROI.
   *
   * @param roiVoxels V0, before padding
   * @throws UnusableArchitectureException where the ROI is too small
   */
  public abstract Architecture architecture(int roiVoxels);

  /** Padding adds a whole patch where the ROI fills its last one. */
  private static int tokens(int roiVoxels, int patchSize) {
    return Math.max(roiVoxels, 0) / patchSize + 1;
  }
}
