package io.mindstream.preprocess.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial whose event was read, so that it is emitted or refused once.
 *
 * @param occurredAt start of the stimulus: the same trial at another time is another session's
 * @param waiting the event's record while its window is open; null once emitted or refused
 */
public record KnownTrial(Instant occurredAt, @Nullable ScannerRecord waiting) {

  /** A trial that needs no more. */
  public static KnownTrial settled(Instant occurredAt) {
    return new KnownTrial(occurredAt, null);
  }

  /** The same trial, with nothing to wait for. */
  public KnownTrial settled() {
    return settled(occurredAt);
  }
}
