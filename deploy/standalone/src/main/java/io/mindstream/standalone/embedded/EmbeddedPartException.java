package io.mindstream.standalone.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded part cannot run. The message names the cause and the remedy, in one line. */
public final class EmbeddedPartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, and what to do. */
  public EmbeddedPartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
