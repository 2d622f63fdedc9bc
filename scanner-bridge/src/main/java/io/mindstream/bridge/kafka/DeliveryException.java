package io.mindstream.bridge.kafka;

/** Kafka did not acknowledge a record, and will not. Nothing after it was sent. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
