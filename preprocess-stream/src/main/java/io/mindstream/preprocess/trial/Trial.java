package io.mindstream.preprocess.trial;

import io.mindstream.schemas.avro.StimulusEvent;
import java.util.Optional;

/**
 * What is known of a trial before its volumes.
 *
 * @param index position in the run, origin 0
 * @param type BIDS trial_type, {@code n/a} for a fixed window
 * @param stimulusId the picture shown, where known
 * @param onsetSeconds from the start of volume 0
 * @param durationSeconds of the stimulus, or of the fixed window
 */
public record Trial(
    int index,
    String type,
    Optional<String> stimulusId,
    double onsetSeconds,
    double durationSeconds) {

  /** The trial of a stimulus event. */
  public static Trial of(StimulusEvent event) {
    return new Trial(
        event.getTrialIndex(),
        event.getTrialType(),
        event.getStimulusId(),
        event.getOnsetSeconds(),
        event.getDurationSeconds());
  }

  /** The trial of a fixed window. */
  public static Trial of(WindowMode.Fixed mode, int position) {
    return new Trial(
        position, "n/a", Optional.empty(), mode.onsetSeconds(position), mode.lengthSeconds());
  }
}
