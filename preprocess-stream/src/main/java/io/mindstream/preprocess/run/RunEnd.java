package io.mindstream.preprocess.run;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;

/**
 * The end of a run. The header that says so may be read before the run's last volumes are, since it
 * comes on another topic: the run is complete only when all published volumes were read, or when
 * waiting for them took too long.
 *
 * @param state ENDED or ABORTED
 * @param publishedVolumes how many volumes the source published, -1 where it does not say
 * @param expectedVolumes how many volumes the run was meant to have, 0 where unknown
 * @param at when the header was read, or, once complete, when that was so; wall clock, ms
 * @param complete nothing more is waited for
 */
public record RunEnd(
    RunState state, int publishedVolumes, int expectedVolumes, long at, boolean complete) {

  /** The end that a header declares. */
  public static RunEnd of(RunHeader header, long now) {
    return new RunEnd(
        header.getState(),
        header.getPublishedVolumes().orElse(-1),
        header.getExpectedVolumes().orElse(0),
        now,
        false);
  }

  /** The end of a run whose source went silent, or began anew, without a word. */
  public static RunEnd brokenOff(long now) {
    return new RunEnd(RunState.ABORTED, -1, 0, now, false);
  }

  RunEnd openedAgain(long now) {
    return new RunEnd(state, publishedVolumes, expectedVolumes, now, false);
  }

  RunEnd completed(long now) {
    return new RunEnd(state, publishedVolumes, expectedVolumes, now, true);
  }
}
