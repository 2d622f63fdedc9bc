package io.mindstream.storage.recording;

/** A recording is not there, or not what its index says. The message says what to do. */
public final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what lies behind it. */
  public RecordingException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong, and what to do. */
  public RecordingException(String message) {
    super(message);
  }
}
