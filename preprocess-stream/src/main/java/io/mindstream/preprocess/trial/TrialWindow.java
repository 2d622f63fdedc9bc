package io.mindstream.preprocess.trial;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;

/**
 * The volumes of one trial. Volume {@code i} starts at {@code i * TR} seconds after the start of
 * volume 0; a window holds the volumes that start in {@code [start, start + length)}.
 *
 * @param first index of the first volume, origin 0, inclusive
 * @param last index of the last volume, origin 0, inclusive
 */
public record TrialWindow(int first, int last) {

  /**
   * A volume that starts this little (in units of TR) before a bound counts as starting on it, so
   * that onset 52.5 s at TR 2.5 s means the same as 21 TR whatever the rounding of the division.
   */
  private static final double TOLERANCE = 1e-6;

  /** Checks that the window has a volume. */
  public TrialWindow {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "a window needs 0 <= first <= last, got " + first + ".." + last);
    }
  }

  /**
   * The window of a span of time. Where no volume starts in the span (its length is 0, or shorter
   * than the TR) the window is the one volume that starts next, so that an impulse has a window.
   *
   * @param startSeconds start of the span in seconds from the start of volume 0
   * @param lengthSeconds length of the span in seconds, 0 or more
   * @param repetitionTimeSeconds TR, above 0
   * @throws PipelineException with {@link FailureCode#EVENT_OUTSIDE_RUN} where a volume of the span
   *     would come before volume 0, with {@link FailureCode#INVALID_RECORD} where the span is
   *     absurdly far away
   */
  public static TrialWindow covering(
      double startSeconds, double lengthSeconds, double repetitionTimeSeconds) {
    double first = firstFrom(startSeconds, repetitionTimeSeconds);
    double end = firstFrom(startSeconds + lengthSeconds, repetitionTimeSeconds);
    if (!(Math.abs(first) < Integer.MAX_VALUE && end < Integer.MAX_VALUE)) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "no run is long enough for a window from "
              + startSeconds
              + " s; check onset and duration, both in seconds");
    }
    if (first < 0) {
      throw new PipelineException(
          FailureCode.EVENT_OUTSIDE_RUN,
          "the trial's window starts at " + startSeconds + " s, before the run's first volume");
    }
    return new TrialWindow((int) first, (int) Math.max(first, end - 1));
  }

  /**
   * Index of the first volume that starts at a time or after it; may be no volume's.
   *
   * @param seconds from the start of volume 0
   */
  public static double firstFrom(double seconds, double repetitionTimeSeconds) {
    return Math.ceil(seconds / repetitionTimeSeconds - TOLERANCE);
  }

  /**
   * Checks that a run is long enough for the window.
   *
   * @param runVolumes how many volumes the run has
   * @throws PipelineException with {@link FailureCode#EVENT_OUTSIDE_RUN}
   */
  public void requireInside(int runVolumes) {
    if (last >= runVolumes) {
      throw new PipelineException(
          FailureCode.EVENT_OUTSIDE_RUN,
          "the trial's window is volumes "
              + this
              + ", the run has only "
              + runVolumes
              + "; check the event's onset and the run's length");
    }
  }

  /** How many volumes the window has. */
  public int volumes() {
    return last - first + 1;
  }

  @Override
  public String toString() {
    return first + ".." + last;
  }
}
