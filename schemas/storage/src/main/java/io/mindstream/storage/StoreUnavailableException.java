package io.mindstream.storage;

/** The object store does not answer, or refuses. What was not stored stays uncommitted. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What the store was asked for, and what to do. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
