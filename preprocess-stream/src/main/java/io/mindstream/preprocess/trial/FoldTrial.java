package io.mindstream.preprocess.trial;

import io.mindstream.schemas.avro.StimulusEvent;
import java.util.List;
import java.util.Optional;

/**
 * A trial as the fold of a run knows it.
 *
 * @param index in the run, origin 0
 * @param stimulusId the very picture shown, where known: what a repeat is told by
 * @param onsetSeconds from the start of volume 0
 * @param durationSeconds of the stimulus
 * @param answers indices of the volumes after which answers to it are due, rising
 */
public record FoldTrial(
    int index,
    Optional<String> stimulusId,
    double onsetSeconds,
    double durationSeconds,
    List<Integer> answers) {

  /** Copies the list. */
  public FoldTrial {
    answers = List.copyOf(answers);
  }

  /** The trial of an event. */
  public static FoldTrial of(StimulusEvent event, List<Integer> answers) {
    return new FoldTrial(
        event.getTrialIndex(),
        event.getStimulusId(),
        event.getOnsetSeconds(),
        event.getDurationSeconds(),
        answers);
  }

  /** The same trial with its answers due after other volumes. */
  public FoldTrial answeredAfter(List<Integer> volumes) {
    return new FoldTrial(index, stimulusId, onsetSeconds, durationSeconds, volumes);
  }
}
