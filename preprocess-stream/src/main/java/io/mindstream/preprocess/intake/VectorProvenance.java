package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.normalise.VectorMethod;
import java.util.Optional;

/**
 * How a vector was made, so that a reader can tell whether its model knows such vectors.
 *
 * @param method what was done to its voxels
 * @param windowDelaySeconds from the event's onset to the window; empty with fixed windows
 * @param ownDelay true where the event asked for that delay itself
 * @param roiChecksum see {@link io.mindstream.schemas.fmri.RoiChecksum}
 */
record VectorProvenance(
    VectorMethod method,
    Optional<Double> windowDelaySeconds,
    boolean ownDelay,
    String roiChecksum) {}
