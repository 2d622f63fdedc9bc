package io.mindstream.bridge.service;

/** A playback was given up: Kafka or the registry did not answer. */
public final class PlaybackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlaybackException(String message, Throwable cause) {
    super(message, cause);
  }
}
