package io.mindstream.schemas.fmri;

import io.mindstream.schemas.avro.StimulusEvent;
import java.util.Optional;

/**
 * The window that an event asks for itself, where it is not that of the settings.
 *
 * @param delaySeconds from the event's onset to the window's start, 0 to {@value #MOST_SECONDS} s;
 *     empty: as the settings say
 * @param lengthSeconds of the window, above 0, to {@value #MOST_SECONDS} s; empty: as the settings
 *     say
 */
public record EventWindow(Optional<Double> delaySeconds, Optional<Double> lengthSeconds) {

  /** No response lasts as long. */
  public static final double MOST_SECONDS = 3600;

  /** What a delay may be, for people. */
  public static final String DELAYS = "must be 0 to 3600 s";

  /** What a length may be, for people. */
  public static final String LENGTHS = "must be above 0 and at most 3600 s";

  /** As the settings say. */
  public static final EventWindow NONE = new EventWindow(Optional.empty(), Optional.empty());

  /** Checks the bounds. */
  public EventWindow {
    if (!delaySeconds.map(EventWindow::isDelay).orElse(true)
        || !lengthSeconds.map(EventWindow::isLength).orElse(true)) {
      throw new IllegalArgumentException(
          "a window's delay %s and its length %s, got %s and %s"
              .formatted(DELAYS, LENGTHS, delaySeconds, lengthSeconds));
    }
  }

  /**
   * The window of a record that was checked.
   *
   * @throws IllegalArgumentException where it was not, and is out of bounds
   */
  public static EventWindow of(StimulusEvent event) {
    return new EventWindow(event.getWindowDelaySeconds(), event.getWindowLengthSeconds());
  }

  /** True for a delay within bounds. */
  public static boolean isDelay(double seconds) {
    return seconds >= 0 && seconds <= MOST_SECONDS;
  }

  /** True for a length within bounds. */
  public static boolean isLength(double seconds) {
    return seconds > 0 && seconds <= MOST_SECONDS;
  }

  /** True where an event asks for anything. */
  public boolean isAsked() {
    return delaySeconds.isPresent() || lengthSeconds.isPresent();
  }
}
