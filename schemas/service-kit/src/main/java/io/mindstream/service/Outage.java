package io.mindstream.service;

import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.topic.KafkaUnavailableException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** Tells failures of something outside, which are waited out, from those that would come again. */
@FunctionalInterface
public interface Outage {

  /** Kafka or the registry is down, or a transaction was taken away. */
  Outage OF_KAFKA = Outage::ofKafka;

  /**
   * What is waited for, and what a person can do; empty where the failure is no outage.
   *
   * @param failure what ended a session
   */
  Optional<String> reason(RuntimeException failure);

  private static Optional<String> ofKafka(RuntimeException failure) {
    boolean outside =
        failure instanceof KafkaException
            || failure instanceof KafkaUnavailableException
            || failure instanceof RegistryUnavailableException;
    if (!outside || failure.getCause() instanceof RecordTooLargeException) {
      return Optional.empty();
    }
    String remedy =
        failure instanceof TimeoutException
            ? "; Kafka does not answer: start it, or set mindstream.kafka.bootstrap-servers"
            : "";
    return Optional.of(failure.getMessage() + remedy);
  }
}
