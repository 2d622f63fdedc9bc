package io.mindstream.bridge.kafka;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** Kafka did not acknowledge a record, and will not. Nothing after it was sent. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** True where Kafka did not answer in time: the producer is as good as before. */
  boolean late() {
    return getCause() instanceof TimeoutException;
  }

  /** True where Kafka will not take this record, whenever it is sent. */
  boolean refused() {
    return getCause() instanceof RecordTooLargeException;
  }
}
