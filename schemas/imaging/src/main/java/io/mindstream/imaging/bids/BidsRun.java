package io.mindstream.imaging.bids;

import io.mindstream.schemas.fmri.RunId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run in a folder.
 *
 * @param runId from the file's name
 * @param bold the series
 * @param events its {@code _events.tsv}, where there is one
 * @param repetitionTimeSeconds RepetitionTime of the sidecar that applies, where there is one
 */
public record BidsRun(
    RunId runId, Path bold, Optional<Path> events, OptionalDouble repetitionTimeSeconds) {}
