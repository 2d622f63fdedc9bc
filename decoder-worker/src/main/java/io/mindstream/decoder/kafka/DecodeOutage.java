package io.mindstream.decoder.kafka;

import io.mindstream.service.Outage;
import java.util.Optional;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Kafka's outages, and what a worker is told whose transactions another one took over. */
final class DecodeOutage implements Outage {

  @Override
  public Optional<String> reason(RuntimeException failure) {
    return Outage.OF_KAFKA.reason(failure).map(reason -> reason + remedy(failure));
  }

  private static String remedy(RuntimeException failure) {
    return failure instanceof ProducerFencedException
        ? "; is another worker running with the same mindstream.decoder.instance-id?"
        : "";
  }
}
