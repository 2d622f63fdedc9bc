package io.mindstream.preprocess.run;

import io.mindstream.schemas.avro.StimulusEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial whose event was read, so that each of its revisions is emitted or refused once.
 *
 * @param occurredAt start of the stimulus: the same trial at another time is another session's
 * @param order position among the run's events as they were read, origin 0; -1 where the trial
 *     can't be had, so that it was never told to the run's fold
 * @param onsetSeconds start of the stimulus in seconds from volume 0
 * @param durationSeconds of the stimulus
 * @param revisions how many were emitted
 * @param waiting the event's record while a revision is to come; null once all are emitted, or
 *     refused
 */
public record KnownTrial(
    Instant occurredAt,
    int order,
    double onsetSeconds,
    double durationSeconds,
    int revisions,
    @Nullable ScannerRecord waiting) {

  private static final int NEVER = -1;

  /** A trial that can't be had. */
  public static KnownTrial refused(StimulusEvent event) {
    return of(event, NEVER, null);
  }

  /** True where the run's fold is told of the trial. */
  public boolean expected() {
    return order != NEVER;
  }

  /** A trial of which nothing is emitted yet. */
  public static KnownTrial of(StimulusEvent event, int order, @Nullable ScannerRecord waiting) {
    return new KnownTrial(
        event.getOccurredAt(),
        order,
        event.getOnsetSeconds(),
        event.getDurationSeconds(),
        0,
        waiting);
  }

  /** The same trial, with nothing to wait for. */
  public KnownTrial settled() {
    return new KnownTrial(occurredAt, order, onsetSeconds, durationSeconds, revisions, null);
  }

  /** The same trial with one more revision emitted. */
  public KnownTrial revised() {
    return new KnownTrial(occurredAt, order, onsetSeconds, durationSeconds, revisions + 1, waiting);
  }
}
