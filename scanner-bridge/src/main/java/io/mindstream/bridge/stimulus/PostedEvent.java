package io.mindstream.bridge.stimulus;

import io.mindstream.schemas.fmri.EventWindow;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A trial as a stimulus computer tells it, each value checked by itself.
 *
 * @param when it was shown
 * @param durationSeconds 0 for an impulse
 * @param trialType the category, or n/a
 * @param stimulusId the picture's name
 * @param stimulusPng the picture, at most 256 KiB; owned by the event from now on
 * @param window that it asks for itself
 * @param trial its index in the run, origin 0; empty for the next one
 * @param id the client's own name of the event: posted again it counts once
 */
public record PostedEvent(
    Moment when,
    double durationSeconds,
    String trialType,
    Optional<String> stimulusId,
    Optional<byte[]> stimulusPng,
    EventWindow window,
    OptionalInt trial,
    Optional<String> id) {

  /** When a stimulus was shown. */
  public sealed interface Moment {

    /** Seconds from the start of the run's volume 0. */
    record Onset(double seconds) implements Moment {}

    /** By the stimulus computer's clock, seconds since 1970-01-01 UTC. */
    record At(double seconds) implements Moment {}
  }
}
