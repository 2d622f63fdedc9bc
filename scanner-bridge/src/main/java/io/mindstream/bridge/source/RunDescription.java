package io.mindstream.bridge.source;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.RunId;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a run before its first volume.
 *
 * @param runId BIDS entities
 * @param repetitionTimeSeconds TR, above 0
 * @param geometry the grid of every volume
 * @param source where the volumes come from and how the ROI was made, for people
 * @param simulated true where no brain was scanned
 * @param sliceTiming seconds from a volume's start to each slice's, in the order of z; empty where
 *     nobody tells
 */
public record RunDescription(
    RunId runId,
    double repetitionTimeSeconds,
    Geometry geometry,
    String source,
    boolean simulated,
    List<Double> sliceTiming) {

  /** Its grid and TR, for people. */
  public String gridWords() {
    return String.format(
        Locale.ROOT,
        "volumes of %dx%dx%d, TR %s s",
        geometry.getNx(),
        geometry.getNy(),
        geometry.getNz(),
        repetitionTimeSeconds);
  }

  /** A run whose slices' times nobody tells. */
  public RunDescription(
      RunId runId,
      double repetitionTimeSeconds,
      Geometry geometry,
      String source,
      boolean simulated) {
    this(runId, repetitionTimeSeconds, geometry, source, simulated, List.of());
  }

  /** Checks the TR and that there is a time for each slice. */
  public RunDescription {
    if (!(repetitionTimeSeconds > 0) || Double.isInfinite(repetitionTimeSeconds)) {
      throw new IllegalArgumentException(
          runId + ": TR must be a positive number of seconds, got " + repetitionTimeSeconds);
    }
    sliceTiming = List.copyOf(sliceTiming);
    if (!sliceTiming.isEmpty() && sliceTiming.size() != geometry.getNz()) {
      throw new IllegalArgumentException(
          "%s: %d slices, but %d slice times"
              .formatted(runId, geometry.getNz(), sliceTiming.size()));
    }
  }
}
