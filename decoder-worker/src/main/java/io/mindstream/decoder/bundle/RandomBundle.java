package io.mindstream.decoder.bundle;

import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.model.StateDictShapes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bundles with random weights: they run as trained ones do, and draw noise. */
public final class RandomBundle {

  private final ModelSize like;
  private final int roiVoxels;
  private final long seed;
  private final @Nullable String roiId;

  private RandomBundle(ModelSize like, int roiVoxels, long seed, @Nullable String roiId) {
    this.like = like;
    this.roiVoxels = roiVoxels;
    this.seed = seed;
    this.roiId = roiId;
  }

  /**
   * Writes a bundle.
   *
   * @param like its sizes
   * @param roiVoxels V0, voxels of the ROI before padding
   * @param seed of the weights; the same seed gives the same bytes
   * @param roiId the ROI that vectors will be of, where it matters
   * @param out folder that does not exist yet
   * @throws BundleException where it cannot be written
   */
  public static BundleDescription create(
      ModelSize like, int roiVoxels, long seed, @Nullable String roiId, Path out) {
    String id = like.name().toLowerCase(Locale.ROOT) + "-random";
    BundleWriter writer = BundleWriter.to(out, false, WriteListener.NONE);
    return create(like, roiVoxels, seed, roiId, id, writer);
  }

  /** As {@link #create(ModelSize, int, long, String, Path)}, with a name and a prepared writer. */
  public static BundleDescription create(
      ModelSize like,
      int roiVoxels,
      long seed,
      @Nullable String roiId,
      String id,
      BundleWriter writer) {
    Architecture architecture = like.architecture(roiVoxels);
    Map<String, long[]> shapes = StateDictShapes.of(architecture);
    RandomBundle bundle = new RandomBundle(like, roiVoxels, seed, roiId);
    return writer.write(
        shapes,
        new RandomWeights(shapes, seed),
        sha256 -> bundle.describe(id, architecture, sha256));
  }

  /** Vectors are only padded, since one trial alone has no statistics worth the name. */
  private BundleDescription describe(String id, Architecture architecture, String sha256) {
    return new BundleDescription(
        id,
        false,
        "random weights like " + like.name().toLowerCase(Locale.ROOT) + ", seed " + seed,
        architecture,
        new VoxelScaling.None(),
        roiId,
        roiVoxels,
        null,
        BundleDescription.RELEASED_T,
        BundleDescription.RELEASED_BETA_START,
        BundleDescription.RELEASED_BETA_END,
        Prediction.NOISE,
        SamplingDefaults.RELEASED,
        sha256);
  }
}
