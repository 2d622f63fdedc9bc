package io.mindstream.schemas.failure;

/**
 * A record cannot be used. The service that catches it writes the record to the dead letters with
 * this code and goes on; it has no stack trace, since the code and the message say it all.
 */
public final class PipelineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  /**
   * Makes a failure of one record.
   *
   * @param code what kind of failure
   * @param message what was wrong and what to do, in one sentence
   */
  public PipelineException(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** What kind of failure. */
  public FailureCode code() {
    return code;
  }
}
