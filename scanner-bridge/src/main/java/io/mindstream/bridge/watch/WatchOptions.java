package io.mindstream.bridge.watch;

import io.mindstream.bridge.live.RunStart;
import io.mindstream.schemas.fmri.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is watched, and what the volumes themselves do not say.
 *
 * @param folder where volumes appear
 * @param runId the run that they are published as
 * @param repetitionTimeSeconds TR; empty for the one of the first volume's header
 * @param mask mask file; empty for the one in the folder, or else a threshold on the first volume
 * @param roiThreshold fraction of the first volume's 98th percentile, above 0 and below 1
 * @param events BIDS events, there already or still to come; empty for a run without trials
 * @param endAfter the run ends when no volume came for so long
 * @param newOnly true leaves out the files that are there already
 * @param named true where a person chose the run's id; else a run that a killed bridge left open in
 *     this folder keeps its own
 */
public record WatchOptions(
    Path folder,
    RunId runId,
    OptionalDouble repetitionTimeSeconds,
    Optional<Path> mask,
    double roiThreshold,
    Optional<Path> events,
    Duration endAfter,
    boolean newOnly,
    boolean named) {

  /** Checks the numbers. */
  public WatchOptions {
    if (repetitionTimeSeconds.isPresent()
        && !RunStart.plausible(repetitionTimeSeconds.getAsDouble())) {
      throw new IllegalArgumentException(
          "--tr is in seconds, above 0 and at most 30, got " + repetitionTimeSeconds.getAsDouble());
    }
    if (!(roiThreshold > 0 && roiThreshold < 1)) {
      throw new IllegalArgumentException(
          "--roi-threshold is a fraction above 0 and below 1, got " + roiThreshold);
    }
    if (endAfter.isNegative() || endAfter.isZero()) {
      throw new IllegalArgumentException(
          "--end-after is in seconds, above 0, got " + endAfter.toMillis() / 1e3);
    }
  }
}
