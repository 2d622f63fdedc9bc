package io.mindstream.lab.dataset;

/** A data set's file cannot be used; the message names the file and what to do. */
public final class DatasetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes a failure. */
  public DatasetException(String message) {
    super(message);
  }

  /** Makes a failure with what led to it. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
