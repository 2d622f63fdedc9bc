package io.mindstream.decoder.array;

/** A file of an array, or an array, cannot be used; the message names it and what to do. */
public final class UnusableArrayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes a failure. */
  public UnusableArrayException(String message) {
    super(message);
  }

  /** Makes a failure with what led to it. */
  public UnusableArrayException(String message, Throwable cause) {
    super(message, cause);
  }
}
