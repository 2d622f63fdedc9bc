package io.mindstream.bridge.source;

import io.mindstream.schemas.avro.RoiMask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;

/**
 * A run that a killed bridge left open, as far as its feed had told it.
 *
 * @param run under the id that it is published by
 * @param roi its mask
 * @param startedAt when the acquisition of volume 0 began
 * @param origin what the feed had given with {@link LiveMessage.RunStarted}
 * @param volumes when each told volume was acquired, by index
 * @param onsets of the told events in order of trial index, in seconds from volume 0
 * @param lastToldAt when the last of it was told
 */
public record OpenRun(
    RunDescription run,
    RoiMask roi,
    Instant startedAt,
    long origin,
    NavigableMap<Integer, Instant> volumes,
    List<Double> onsets,
    Instant lastToldAt) {

  /** A person needs minutes to start again what was killed; later it may be another run. */
  private static final Duration SHORTEST = Duration.ofMinutes(10);

  /**
   * True where it may still go on.
   *
   * @param endAfter the silence that ends a run
   */
  public boolean leftLately(Duration endAfter, Instant now) {
    Duration longest = endAfter.compareTo(SHORTEST) > 0 ? endAfter : SHORTEST;
    return now.isBefore(lastToldAt.plus(longest));
  }
}
