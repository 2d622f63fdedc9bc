package io.mindstream.bridge.source;

import io.mindstream.schemas.avro.RoiMask;
import java.time.Instant;

/** What a {@link LiveFeed} tells. */
public sealed interface LiveMessage {

  /**
   * A run begins; the one before must have ended.
   *
   * @param run what is known before the first volume
   * @param roi the voxels to decode, on the run's grid
   * @param startedAt when the acquisition of volume 0 began
   * @param origin the feed's own number of volume 0; comes back in {@link OpenRun} after a crash
   */
  record RunStarted(RunDescription run, RoiMask roi, Instant startedAt, long origin)
      implements LiveMessage {

    /** A run whose volumes have no number of the feed's own. */
    public RunStarted(RunDescription run, RoiMask roi, Instant startedAt) {
      this(run, roi, startedAt, 0);
    }
  }

  /**
   * A volume or an event of the present run. Indices of volumes need not be without holes, nor in
   * order: a volume that comes late is told late, with its own index.
   *
   * @param what the volume or event; its dueSeconds are scanner time from the run's start
   * @param at when the volume's acquisition began, or the stimulus was shown; never falls from one
   *     index to a higher one
   * @param receivedAt when the feed had all of it
   */
  record Happened(FeedMessage what, Instant at, Instant receivedAt) implements LiveMessage {}

  /** The present run is complete. */
  record RunEnded() implements LiveMessage {}

  /**
   * The present run broke off.
   *
   * @param reason why, and what to do
   */
  record RunBroken(String reason) implements LiveMessage {}
}
