package io.mindstream.sink.kafka;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.config.DashboardConfig;
import io.mindstream.sink.dashboard.Board;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics for the dashboard, beside the services and without a group: it commits nothing,
 * and what it misses is only not shown. Starts a look-back before now, volumes and previews at now.
 */
public final class DashboardFeed {

  private static final Logger LOG = LoggerFactory.getLogger(DashboardFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ASK = Duration.ofSeconds(5);
  private static final long STOP_MILLIS = 3_000;

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final DashboardConfig config;
  private final Map<String, Consumer<byte[]>> folds = new LinkedHashMap<>();
  private final Set<String> fromNow;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "dashboard-feed");

  /** A feed that reads nothing before it is started. */
  public DashboardFeed(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      DashboardConfig config,
      Board board) {
    this.kafka = kafka;
    this.registry = registry;
    this.config = config;
    this.fromNow = Set.of(topics.volumes().name(), topics.previews().name());
    this.<RunHeader>fold(topics.runs(), board::run);
    this.<StimulusEvent>fold(topics.events(), board::event);
    this.<DecodedImage>fold(topics.images(), board::image);
    this.<Preview>fold(topics.previews(), board::preview);
    this.<DeadLetter>fold(topics.deadLetters(), board::deadLetter);
    if (config.followVolumes()) {
      this.<BoldVolume>fold(topics.volumes(), board::volume);
    }
    thread.setDaemon(true);
  }

  /** Begins to read, on a thread of its own. */
  public void start() {
    thread.start();
  }

  /** Ends, for good. */
  public void stop() {
    stopping.countDown();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T extends SpecificRecord> void fold(Topic<T> topic, Consumer<T> into) {
    AvroCodec<T> codec = topic.codec(registry);
    folds.put(topic.name(), bytes -> into.accept(codec.decode(bytes)));
  }

  private void run() {
    Instant from = Instant.now().minus(config.lookBack());
    while (stopping.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> consumer = connect()) {
        seek(consumer, from);
        from = follow(consumer, from);
      } catch (KafkaException | RegistryUnavailableException e) {
        LOG.debug("The dashboard waits for Kafka", e);
        pause();
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> connect() {
    Properties properties = new ClientProperties(kafka).consumer("dashboard-feed", "none");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer, Instant from) {
    List<TopicPartition> partitions =
        folds.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic, ASK).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ASK);
    ends.forEach(consumer::seek);
    Map<TopicPartition, Long> times =
        partitions.stream()
            .filter(partition -> !fromNow.contains(partition.topic()))
            .collect(Collectors.toMap(partition -> partition, partition -> from.toEpochMilli()));
    consumer
        .offsetsForTimes(times, ASK)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                consumer.seek(partition, found.offset());
              }
            });
  }

  /** Reads until stopped; answers with the time up to which everything was read. */
  private Instant follow(KafkaConsumer<byte[], byte[]> consumer, Instant from) {
    Instant read = from;
    while (stopping.getCount() > 0) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        show(record);
      }
      read = Instant.now();
    }
    return read;
  }

  /** What cannot be shown is the services' to report. */
  private void show(ConsumerRecord<byte[], byte[]> record) {
    try {
      Consumer<byte[]> fold = folds.get(record.topic());
      if (fold != null) {
        fold.accept(record.value());
      }
    } catch (PipelineException | IllegalArgumentException e) {
      LOG.debug("Not shown: {}", e.getMessage());
    }
  }

  private void pause() {
    try {
      stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
