package io.mindstream.bridge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each record until Kafka takes it, however long it is away. For one thread, which an
 * interrupt frees.
 */
public final class PatientProducer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PatientProducer.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final KafkaSettings settings;
  private final Topics topics;
  private final MeterRegistry meters;
  private final Consumer<Optional<String>> trouble;
  private @Nullable AckedProducer producer;

  /**
   * Connects with the first record.
   *
   * @param trouble told what is wrong with Kafka, and empty when a record was acknowledged
   */
  public PatientProducer(
      KafkaSettings settings,
      Topics topics,
      MeterRegistry meters,
      Consumer<Optional<String>> trouble) {
    this.settings = settings;
    this.topics = topics;
    this.meters = meters;
    this.trouble = trouble;
  }

  /**
   * Sends a record and waits for its acknowledgement.
   *
   * @return false where Kafka refuses this very record for good: it is too large
   * @throws InterruptedException where the thread was interrupted; Kafka may have it or not
   */
  public boolean send(Outgoing record) throws InterruptedException {
    while (true) {
      try {
        connected().send(record);
        trouble.accept(Optional.empty());
        return true;
      } catch (DeliveryException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (e.refused()) {
          LOG.error("{} {} is lost", record.head().kind(), record.head().key(), e);
          return false;
        }
        if (!e.late()) {
          close(); // One that failed for good, as after a lost authorisation, never recovers.
        }
        trouble.accept(Optional.of(String.valueOf(e.getMessage())));
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      }
    }
  }

  private AckedProducer connected() {
    AckedProducer now = producer;
    if (now == null) {
      now = AckedProducer.forEver(settings, topics, meters, this::late);
      producer = now;
    }
    return now;
  }

  private void late(boolean late) {
    trouble.accept(
        late ? Optional.of("Kafka at " + settings.bootstrapServers()) : Optional.empty());
  }

  @Override
  public void close() {
    AckedProducer now = producer;
    producer = null;
    if (now != null) {
      now.close();
    }
  }
}
