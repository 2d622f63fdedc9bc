package io.mindstream.imaging.bids;

import io.mindstream.schemas.fmri.EventWindow;
import java.util.Optional;

/**
 * One row of an {@code _events.tsv}.
 *
 * @param onsetSeconds seconds from the start of the run's volume 0; may be negative
 * @param durationSeconds 0 or more; 0 where the file says n/a
 * @param trialType category shown, or {@code n/a}
 * @param stimFile picture shown, relative to the folder's {@code stimuli}, where there is one
 * @param window that the event asks for itself
 */
public record EventRow(
    double onsetSeconds,
    double durationSeconds,
    String trialType,
    Optional<String> stimFile,
    EventWindow window) {

  /** An event whose window is that of the settings. */
  public EventRow(
      double onsetSeconds, double durationSeconds, String trialType, Optional<String> stimFile) {
    this(onsetSeconds, durationSeconds, trialType, stimFile, EventWindow.NONE);
  }

  /** Checks that the times are numbers. */
  public EventRow {
    if (!Double.isFinite(onsetSeconds) || !(durationSeconds >= 0)) {
      throw new IllegalArgumentException(
          "an event needs an onset and a duration of 0 s or more, got "
              + onsetSeconds
              + " and "
              + durationSeconds);
    }
  }
}
