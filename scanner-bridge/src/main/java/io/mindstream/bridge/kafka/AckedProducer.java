package io.mindstream.bridge.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A producer whose records are acknowledged by all in-sync replicas before anybody counts on them.
 * {@link #send} has one record in flight: after a failure there is never a gap or a change of
 * order, which an idempotent producer alone does not promise once a batch has expired. Where none
 * expires, {@link #begin} and {@link #await} may have a few.
 *
 * <p>For one thread.
 */
public final class AckedProducer implements AutoCloseable {

  private static final Duration WAITING_AFTER = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final KafkaSettings settings;
  private final Topics topics;
  private final Consumer<Boolean> waiting;
  private final Counter publishedVolumes;
  private final Counter publishedBytes;
  private final Timer latency;
  private final KafkaProducer<String, byte[]> producer;

  private AckedProducer(
      KafkaSettings settings,
      Topics topics,
      MeterRegistry meters,
      Consumer<Boolean> waiting,
      Map<String, String> own) {
    this.settings = settings;
    this.topics = topics;
    this.waiting = waiting;
    this.publishedVolumes = meters.counter("mindstream.bridge.volumes");
    this.publishedBytes = meters.counter("mindstream.bridge.bytes");
    this.latency = meters.timer("mindstream.bridge.publish");
    Properties properties = new ClientProperties(settings).producer("scanner-bridge");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0"); // There is never a second to batch with.
    own.forEach(properties::putIfAbsent);
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Connects in the background; gives up a record after the producer's own delivery timeout.
   *
   * @param waiting told true when an acknowledgement is late, and false when it came after all
   */
  public static AckedProducer of(
      KafkaSettings settings, Topics topics, MeterRegistry meters, Consumer<Boolean> waiting) {
    return new AckedProducer(settings, topics, meters, waiting, Map.of());
  }

  /**
   * As {@link #of}, but tries for ever to deliver what it has sent once, unless the settings say
   * otherwise: a record that is sent anew by another producer may be there twice.
   */
  static AckedProducer forEver(
      KafkaSettings settings, Topics topics, MeterRegistry meters, Consumer<Boolean> waiting) {
    Map<String, String> patience =
        Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            String.valueOf(Integer.MAX_VALUE),
            ProducerConfig.MAX_BLOCK_MS_CONFIG, // It has sent nothing then, and has to say so.
            String.valueOf(WAITING_AFTER.toMillis()));
    return new AckedProducer(settings, topics, meters, waiting, patience);
  }

  /**
   * Sends a record and waits for its acknowledgement.
   *
   * @throws DeliveryException where it was not acknowledged; with the thread's interrupt flag set
   *     where that is why
   */
  public void send(Outgoing record) {
    await(begin(record));
  }

  /**
   * Hands a record to the client, which sends them in order.
   *
   * @throws DeliveryException where it was not even handed over, as without any broker
   */
  OnTheWay begin(Outgoing record) {
    Timer.Sample begun = Timer.start();
    RecordHead head = record.head();
    String topic = head.kind().topic(topics).name();
    long timestamp = head.at().toEpochMilli();
    try {
      OnTheWay sent =
          new OnTheWay(
              record,
              topic,
              begun,
              producer.send(
                  new ProducerRecord<>(topic, null, timestamp, head.key(), record.value())));
      if (sent.acknowledgement().isDone()) { // The client's own refusal: it left no trace.
        sent.acknowledgement().get();
      }
      return sent;
    } catch (ExecutionException e) {
      throw undelivered(topic, cause(e));
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
      throw undelivered(topic, e);
    } catch (KafkaException e) {
      throw undelivered(topic, e);
    }
  }

  /**
   * Waits for a record's acknowledgement.
   *
   * @throws DeliveryException where it is not acknowledged; with the thread's interrupt flag set
   *     where that is why
   */
  void await(OnTheWay sent) {
    try {
      await(sent.acknowledgement());
    } catch (ExecutionException e) {
      throw undelivered(sent.topic(), cause(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw undelivered(sent.topic(), e);
    }
    sent.begun().stop(latency);
    publishedBytes.increment(sent.record().value().length);
    if (sent.record().head().kind() == RecordHead.Kind.VOLUME) {
      publishedVolumes.increment();
    }
  }

  private void await(Future<RecordMetadata> acknowledgement)
      throws ExecutionException, InterruptedException {
    try {
      acknowledgement.get(WAITING_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      waiting.accept(true);
      try {
        acknowledgement.get();
      } finally {
        waiting.accept(false);
      }
    }
  }

  private static Throwable cause(ExecutionException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private DeliveryException undelivered(String topic, Throwable cause) {
    return new DeliveryException(
        "Kafka at "
            + settings.bootstrapServers()
            + " did not take a record for "
            + topic
            + " ("
            + cause.getMessage()
            + "); "
            + remedy(cause),
        cause);
  }

  private static String remedy(Throwable cause) {
    return cause instanceof RecordTooLargeException
        ? "'mindstream topics --fix' gives the topic the limit that it needs"
        : "start it, or give its address (--kafka; mindstream.kafka.bootstrap-servers)";
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
