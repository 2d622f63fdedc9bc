package io.mindstream.preprocess.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a trial is known, so that it is emitted or refused once.
 *
 * @param occurredAt start of the stimulus: the same trial at another time is another session's
 * @param pending the event's record while its window is open; null once emitted or refused
 */
public record TrialMark(Instant occurredAt, @Nullable ScannerRecord pending) {

  /** The mark of a trial that needs no more. */
  public TrialMark settled() {
    return new TrialMark(occurredAt, null);
  }
}
