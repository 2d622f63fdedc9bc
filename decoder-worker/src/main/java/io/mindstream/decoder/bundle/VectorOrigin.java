package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline made the vectors that a model learned from; vectors made in another way are
 * strange to it. Names and values are those of the settings {@code mindstream.preprocess.*}.
 *
 * @param normalisation name of the normalisation
 * @param windowDelaySeconds from an event's onset to its window
 * @param steadyVolumes weight of a run without drift against the drift that is seen, in volumes
 * @param roiChecksum of the voxels and their order, see {@link
 *     io.mindstream.schemas.fmri.RoiChecksum}; null where it was not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VectorOrigin(
    String normalisation,
    double windowDelaySeconds,
    int steadyVolumes,
    @Nullable String roiChecksum) {

  /** Checks that nothing is missing. */
  public VectorOrigin {
    if (normalisation.isBlank() || steadyVolumes < 0 || !Double.isFinite(windowDelaySeconds)) {
      throw new IllegalArgumentException(
          "the vectors' normalisation, windowDelaySeconds or steadyVolumes is wrong");
    }
  }
}
