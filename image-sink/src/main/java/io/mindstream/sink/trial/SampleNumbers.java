package io.mindstream.sink.trial;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;

/**
 * Which samples a trial may have: the page and the store make room for as many as a record says.
 */
public final class SampleNumbers {

  /** Most samples of one trial. */
  public static final int MOST = 1000;

  private SampleNumbers() {}

  /**
   * Checks a picture's sample index and its trial's number of samples.
   *
   * @param sample which of the trial's samples, origin 0
   * @param samples how many the trial gets
   * @throws PipelineException with {@link FailureCode#INVALID_RECORD} where they cannot be
   */
  public static void check(int sample, int samples) {
    if (samples < 1 || samples > MOST || sample < 0 || sample >= samples) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "sampleIndex must be from 0 to samples - 1, and samples at most "
              + MOST
              + "; the decoded image says "
              + sample
              + " of "
              + samples);
    }
  }
}
