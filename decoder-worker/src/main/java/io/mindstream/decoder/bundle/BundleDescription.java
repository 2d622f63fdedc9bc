package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.Architecture;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bundle.json} says of a MinD-Vis model.
 *
 * @param id name that records and runs use for the model
 * @param trained false where the weights are random
 * @param source where the weights came from, in words
 * @param architecture all sizes
 * @param statistics how padded vectors are normalised
 * @param roiId the ROI that the model was trained on, where known
 * @param roiVoxels voxels of that ROI before padding (V0), where known
 * @param vectors how the vectors of its training were made, where known
 * @param T training timesteps of the noise schedule
 * @param betaStart first beta; square roots of the betas are equally spaced
 * @param betaEnd last beta
 * @param prediction what the UNet's output is; the noise where the file does not say
 * @param sampling how to sample unless told otherwise
 * @param weightsSha256 SHA-256 of {@code weights.safetensors}, lower-case hexadecimal
 */
@JsonPropertyOrder("family")
public record BundleDescription(
    String id,
    boolean trained,
    String source,
    Architecture architecture,
    VoxelScaling statistics,
    @Nullable String roiId,
    @Nullable Integer roiVoxels,
    @Nullable VectorOrigin vectors,
    int T,
    double betaStart,
    double betaEnd,
    Prediction prediction,
    SamplingDefaults sampling,
    String weightsSha256) {

  /** Timesteps of the released models. */
  public static final int RELEASED_T = 1000;

  /** First beta of the released models. */
  public static final double RELEASED_BETA_START = 0.0015;

  /** Last beta of the released models. */
  public static final double RELEASED_BETA_END = 0.0195;

  private static final String FAMILY = ModelCard.MIND_VIS;

  /** Checks what the parts do not check themselves. */
  public BundleDescription {
    prediction = Objects.requireNonNullElse(prediction, Prediction.NOISE);
    require(T > 0 && betaStart > 0 && betaStart <= betaEnd && betaEnd < 1, "no such schedule");
    requireRoi(roiVoxels, architecture.encoder());
    var unused = new ModelCard(FAMILY, id, trained, roiId, roiVoxels, vectors, weightsSha256);
  }

  /** The family, which the file names so that no other one takes the model for its own. */
  @JsonGetter
  public String family() {
    return FAMILY;
  }

  /** What all families have. */
  public ModelCard card() {
    return new ModelCard(FAMILY, id, trained, roiId, roiVoxels, vectors, weightsSha256);
  }

  /** As {@code bundle.json} holds it. */
  public String json() {
    return BundleJson.text(this);
  }

  private static void requireRoi(@Nullable Integer roiVoxels, Architecture.Encoder encoder) {
    if (roiVoxels == null) {
      return;
    }
    int padded = roiVoxels + encoder.patchSize() - Math.floorMod(roiVoxels, encoder.patchSize());
    require(
        roiVoxels > 0 && padded == encoder.voxels(),
        "an ROI of " + roiVoxels + " voxels pads to " + padded + ", not " + encoder.voxels());
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
