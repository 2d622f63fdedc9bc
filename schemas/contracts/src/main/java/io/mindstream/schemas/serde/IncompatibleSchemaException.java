package io.mindstream.schemas.serde;

/** The registry refuses a schema because readers of older data would break. */
public final class IncompatibleSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IncompatibleSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
