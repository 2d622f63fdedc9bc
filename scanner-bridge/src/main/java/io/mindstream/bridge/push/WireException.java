package io.mindstream.bridge.push;

import java.io.IOException;

/** A sender says what cannot be understood. The message names the field and what to do. */
public final class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, and what to do. */
  public WireException(String message) {
    super(message);
  }

  /** The same, but of a field whose value is what it should not be. */
  public static WireException field(String field, Object value, String expected) {
    return new WireException("%s is %s; %s".formatted(field, value, expected));
  }
}
