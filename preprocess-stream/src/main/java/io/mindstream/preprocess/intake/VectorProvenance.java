package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.Normalisation;
import java.util.Optional;

/**
 * How a vector was made, so that a reader can tell whether its model knows such vectors.
 *
 * @param normalisation of its voxels
 * @param windowDelaySeconds from the event's onset to the window; empty with fixed windows
 * @param steadyVolumes see {@link PreprocessConfig}; empty where the normalisation has none
 * @param roiChecksum see {@link io.mindstream.schemas.fmri.RoiChecksum}
 */
record VectorProvenance(
    Normalisation normalisation,
    Optional<Double> windowDelaySeconds,
    Optional<Integer> steadyVolumes,
    String roiChecksum) {

  static VectorProvenance of(PreprocessConfig config, String roiChecksum) {
    return new VectorProvenance(
        config.normalisation(),
        config.windows() instanceof WindowMode.PerEvent perEvent
            ? Optional.of(perEvent.delay().toNanos() / 1e9)
            : Optional.empty(),
        config.normalisation() == Normalisation.RUNNING
            ? Optional.of(config.steadyVolumes())
            : Optional.empty(),
        roiChecksum);
  }
}
