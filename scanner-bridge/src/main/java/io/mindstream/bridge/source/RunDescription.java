package io.mindstream.bridge.source;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.RunId;

/**
 * What is known of a run before its first volume.
 *
 * @param runId BIDS entities
 * @param repetitionTimeSeconds TR, above 0
 * @param geometry the grid of every volume
 * @param source where the volumes come from and how the ROI was made, for people
 * @param simulated true where no brain was scanned
 */
public record RunDescription(
    RunId runId,
    double repetitionTimeSeconds,
    Geometry geometry,
    String source,
    boolean simulated) {

  /** Checks the TR. */
  public RunDescription {
    if (!(repetitionTimeSeconds > 0) || Double.isInfinite(repetitionTimeSeconds)) {
      throw new IllegalArgumentException(
          runId + ": TR must be a positive number of seconds, got " + repetitionTimeSeconds);
    }
  }
}
