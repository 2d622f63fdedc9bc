package io.mindstream.preprocess.run;

import io.mindstream.preprocess.trial.FoldTrial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial whose event was read, so that each of its revisions is emitted or refused once.
 *
 * @param occurredAt start of the stimulus: the same trial at another time is another session's
 * @param order position among the run's events as they were read, origin 0; -1 where the trial
 *     can't be had, so that it was never told to the run's fold
 * @param trial as the run's fold knows it
 * @param revisions how many were due until now
 * @param answered true once one was emitted
 * @param waiting the event's record while a revision is to come; null once all are emitted, or
 *     refused
 */
public record KnownTrial(
    Instant occurredAt,
    int order,
    FoldTrial trial,
    int revisions,
    boolean answered,
    @Nullable ScannerRecord waiting) {

  private static final int NEVER = -1;

  /** A trial that can't be had. */
  public static KnownTrial refused(Instant occurredAt, FoldTrial trial) {
    return of(occurredAt, NEVER, trial, null);
  }

  /** True where the run's fold is told of the trial. */
  public boolean expected() {
    return order != NEVER;
  }

  /** A trial of which nothing is emitted yet. */
  public static KnownTrial of(
      Instant occurredAt, int order, FoldTrial trial, @Nullable ScannerRecord waiting) {
    return new KnownTrial(occurredAt, order, trial, 0, false, waiting);
  }

  /** The same trial, with nothing to wait for. */
  public KnownTrial settled() {
    return new KnownTrial(occurredAt, order, trial, revisions, answered, null);
  }

  /** The same trial with one more revision emitted. */
  public KnownTrial revised() {
    return new KnownTrial(occurredAt, order, trial, revisions + 1, true, waiting);
  }

  /** The same trial with one more revision that could not be had yet. */
  public KnownTrial passedOver() {
    return new KnownTrial(occurredAt, order, trial, revisions + 1, answered, waiting);
  }
}
