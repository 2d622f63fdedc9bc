package io.mindstream.bridge.source;

/**
 * A feed cannot be read, or not any further. The message names file, field and fix; the run that it
 * belongs to is aborted, and the feed's other runs are played.
 */
public final class FeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wraps what the file's reader said. */
  public FeedException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }

  /** Says what is wrong, and what to do. */
  public FeedException(String message) {
    super(message);
  }
}
