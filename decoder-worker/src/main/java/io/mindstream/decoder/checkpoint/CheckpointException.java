package io.mindstream.decoder.checkpoint;

/** A checkpoint cannot be read; the message says what is wrong with it and what to do. */
public final class CheckpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes a failure. */
  public CheckpointException(String message) {
    super(message);
  }

  /** Makes a failure with what led to it. */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
