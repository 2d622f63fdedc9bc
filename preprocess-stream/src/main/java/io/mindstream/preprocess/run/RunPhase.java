package io.mindstream.preprocess.run;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;

/** What a run that STARTED can do with its volumes and events. */
public sealed interface RunPhase {

  /** The run's ROI is not known yet; everything waits. */
  record AwaitingRoi() implements RunPhase {}

  /** Volumes become rows of ROI values, events become trials. */
  record Active() implements RunPhase {}

  /**
   * The run can't be used; its volumes and events go to the dead letters.
   *
   * @param code why
   * @param message why and what to do, for people
   */
  record Refused(FailureCode code, String message) implements RunPhase {

    /** The failure of each of the run's records. */
    public PipelineException failure() {
      return new PipelineException(code, message);
    }
  }

  /** The run is over and its rows and trials were deleted. */
  record Cleaned() implements RunPhase {}
}
