package io.mindstream.bridge.recorded;

import io.mindstream.schemas.fmri.RunId;
import java.util.Optional;

/**
 * What of a recording is played, and how it is called.
 *
 * @param run the recorded run
 * @param play which of its plays, origin 1; empty for the longest
 * @param as the id to play it under; empty for its own
 * @param fromTrial the first trial that is played; 0 for all
 * @param model the model asked for, as the header's source says it; empty for none other
 */
public record RecordedOptions(
    RunId run, Optional<Integer> play, Optional<RunId> as, int fromTrial, Optional<String> model) {

  /** Checks the trial. */
  public RecordedOptions {
    if (fromTrial < 0) {
      throw new IllegalArgumentException("trials count from 0, got --from-trial " + fromTrial);
    }
  }

  /** All of a run, as it was. */
  public static RecordedOptions of(RunId run) {
    return new RecordedOptions(run, Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /** From a later trial on. */
  public RecordedOptions from(int trial) {
    return new RecordedOptions(run, play, as, trial, model);
  }

  /** A certain play. */
  public RecordedOptions ofPlay(Optional<Integer> number) {
    return new RecordedOptions(run, number, as, fromTrial, model);
  }

  /** Under another id. */
  public RecordedOptions as(Optional<RunId> id) {
    return new RecordedOptions(run, play, id, fromTrial, model);
  }

  /** For another model. */
  public RecordedOptions by(Optional<String> id) {
    return new RecordedOptions(run, play, as, fromTrial, id);
  }

  /** The id that the run is played under. */
  public RunId name() {
    return as.orElse(run);
  }

  /**
   * The id that a person means: a whole one, or {@code run-04} in place of the run's own number.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  public static RunId renamed(RunId run, String text) {
    return text.startsWith("sub-")
        ? RunId.parse(text)
        : RunId.parse(
            new RunId(run.subject(), run.session(), run.task(), Optional.empty()) + "_" + text);
  }
}
