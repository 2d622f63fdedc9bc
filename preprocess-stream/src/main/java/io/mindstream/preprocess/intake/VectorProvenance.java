package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.WindowMode;
import java.util.Optional;

/**
 * How a vector was made, so that a reader can tell whether its model knows such vectors.
 *
 * @param method what was done to its voxels
 * @param windowDelaySeconds from the event's onset to the window; empty with fixed windows
 * @param roiChecksum see {@link io.mindstream.schemas.fmri.RoiChecksum}
 */
record VectorProvenance(
    VectorMethod method, Optional<Double> windowDelaySeconds, String roiChecksum) {

  static VectorProvenance of(PreprocessConfig config, String roiChecksum) {
    return new VectorProvenance(
        config.method(),
        config.windows() instanceof WindowMode.PerEvent perEvent
            ? Optional.of(perEvent.delay().toNanos() / 1e9)
            : Optional.empty(),
        roiChecksum);
  }
}
