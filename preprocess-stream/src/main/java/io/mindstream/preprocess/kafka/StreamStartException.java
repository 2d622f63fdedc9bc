package io.mindstream.preprocess.kafka;

/** The stream can't start; the message says what to do. */
public final class StreamStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StreamStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
