package io.mindstream.schemas.serde;

/** The schema registry does not answer, or answers with a fault of its own. Worth another try. */
public final class RegistryUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
