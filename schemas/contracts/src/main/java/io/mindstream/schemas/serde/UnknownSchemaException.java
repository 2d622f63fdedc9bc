package io.mindstream.schemas.serde;

/** The registry has no schema with the asked id. */
public final class UnknownSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
