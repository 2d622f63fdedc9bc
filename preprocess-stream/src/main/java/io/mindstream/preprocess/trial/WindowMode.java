package io.mindstream.preprocess.trial;

import io.mindstream.schemas.fmri.EventWindow;
import java.time.Duration;
import java.util.Optional;

/** How a run is cut into windows. */
public sealed interface WindowMode {

  /**
   * One window a stimulus event, later by a fixed delay because the BOLD response lags behind the
   * stimulus.
   *
   * @param delay from the event's onset to the window's start
   * @param length of the window; where empty, the event's own duration
   */
  record PerEvent(Duration delay, Optional<Duration> length) implements WindowMode {

    /** The usual lag of the haemodynamic response and the event's own duration. */
    public static final PerEvent STANDARD = new PerEvent(Duration.ofSeconds(5), Optional.empty());

    /**
     * The window of an event.
     *
     * @param onsetSeconds the event's onset in seconds from volume 0
     * @param durationSeconds the event's duration in seconds
     * @param repetitionTimeSeconds TR
     * @throws io.mindstream.schemas.failure.PipelineException as {@link TrialWindow#covering}
     */
    public TrialWindow window(
        double onsetSeconds, double durationSeconds, double repetitionTimeSeconds) {
      return window(onsetSeconds, durationSeconds, EventWindow.NONE, repetitionTimeSeconds);
    }

    /**
     * The window of an event that may ask for one of its own.
     *
     * @param own goes before the settings
     * @throws io.mindstream.schemas.failure.PipelineException as {@link TrialWindow#covering}
     */
    public TrialWindow window(
        double onsetSeconds,
        double durationSeconds,
        EventWindow own,
        double repetitionTimeSeconds) {
      double usual = length.map(WindowMode::seconds).orElse(durationSeconds);
      return TrialWindow.covering(
          onsetSeconds + delaySeconds(own),
          own.lengthSeconds().orElse(usual),
          repetitionTimeSeconds);
    }

    /** Seconds from an event's onset to its window. */
    public double delaySeconds(EventWindow own) {
      return own.delaySeconds().orElse(seconds(delay));
    }
  }

  /**
   * The whole run in windows of one length, whatever the events; window 0 starts with volume 0.
   * Where the step is shorter than the length, the windows overlap: they slide.
   *
   * @param length of each window, above 0
   * @param step from one window's start to the next one's, above 0
   */
  record Fixed(Duration length, Duration step) implements WindowMode {

    /** The windows of the MinD-Vis paper's pre-training data: 8 s. */
    public static final Fixed STANDARD = new Fixed(Duration.ofSeconds(8));

    /** Windows side by side. */
    public Fixed(Duration length) {
      this(length, length);
    }

    /** True where every window gets volumes of its own: a step is at least one TR long. */
    public boolean fits(double repetitionTimeSeconds) {
      return Math.min(seconds(length), seconds(step)) >= repetitionTimeSeconds * (1 - 1e-6);
    }

    /**
     * One window of the run.
     *
     * @param position of the window, origin 0
     * @param repetitionTimeSeconds TR, at most the window's length
     */
    public TrialWindow window(int position, double repetitionTimeSeconds) {
      return TrialWindow.covering(onsetSeconds(position), seconds(length), repetitionTimeSeconds);
    }

    /** Start of a window in seconds from volume 0. */
    public double onsetSeconds(int position) {
      return position * seconds(step);
    }

    /** Length of each window in seconds. */
    public double lengthSeconds() {
      return seconds(length);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
