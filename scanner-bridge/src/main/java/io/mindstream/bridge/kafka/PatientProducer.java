package io.mindstream.bridge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each record until Kafka takes it, however long it is away. A few may be on the way at once,
 * so that one is compressed while the broker writes another; they keep their order, since none of
 * them expires. For one thread, which an interrupt frees.
 */
public final class PatientProducer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PatientProducer.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_RECORDS = 4;

  /** With one record more they still fit into the client's buffer. */
  private static final long MOST_BYTES = MessageLimits.MAX_RECORD_BYTES;

  private final KafkaSettings settings;
  private final Topics topics;
  private final MeterRegistry meters;
  private final Consumer<Optional<String>> trouble;
  private final Deque<Delivery> onTheWay = new ArrayDeque<>();
  private long bytes;
  private @Nullable AckedProducer producer;

  private static final class Delivery {
    private final Outgoing record;
    private @Nullable OnTheWay sent;

    private Delivery(Outgoing record) {
      this.record = record;
    }
  }

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

  /** True where the oldest record on the way must be awaited before another is sent. */
  public boolean full() {
    return onTheWay.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
  }

  /**
   * Sends a record without waiting for its acknowledgement, unless one before it could not be sent
   * yet; {@link #awaitOldest} does what is left to do.
   *
   * @throws InterruptedException where the thread was interrupted; Kafka may have it or not
   */
  public void begin(Outgoing record) throws InterruptedException {
    boolean next = onTheWay.stream().allMatch(before -> before.sent != null);
    Delivery delivery = new Delivery(record);
    onTheWay.add(delivery);
    bytes += record.value().length;
    if (next) {
      try {
        sent(delivery);
      } catch (DeliveryException e) {
        requireNoInterrupt();
        LOG.debug("tried again when it is awaited", e);
      }
    }
  }

  /**
   * Waits until Kafka has the oldest record on the way.
   *
   * @return false where Kafka refuses this very record for good: it is too large
   * @throws InterruptedException where the thread was interrupted; Kafka may have it or not
   */
  public boolean awaitOldest() throws InterruptedException {
    Delivery oldest = onTheWay.element();
    while (true) {
      try {
        connected().await(sent(oldest));
        passed(oldest);
        trouble.accept(Optional.empty());
        return true;
      } catch (DeliveryException e) {
        requireNoInterrupt();
        if (e.refused()) {
          LOG.error("{} {} is lost", oldest.record.head().kind(), oldest.record.head().key(), e);
          passed(oldest);
          return false;
        }
        if (!e.late() || oldest.sent != null) {
          close(); // One that failed for good, as after a lost authorisation, never recovers.
        }
        trouble.accept(Optional.of(String.valueOf(e.getMessage())));
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      }
    }
  }

  private OnTheWay sent(Delivery delivery) {
    OnTheWay before = delivery.sent;
    OnTheWay now = before == null ? connected().begin(delivery.record) : before;
    delivery.sent = now;
    return now;
  }

  private void passed(Delivery oldest) {
    onTheWay.remove();
    bytes -= oldest.record.value().length;
  }

  private static void requireNoInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
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

  /** What was on the way counts as not sent. */
  @Override
  public void close() {
    AckedProducer now = producer;
    producer = null;
    if (now != null) {
      now.close();
    }
    onTheWay.forEach(delivery -> delivery.sent = null);
  }
}
