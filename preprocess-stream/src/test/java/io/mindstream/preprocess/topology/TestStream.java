package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.intake.LostLetters;
import io.mindstream.preprocess.intake.StreamObserver;
import io.mindstream.preprocess.intake.StreamSetting;
import io.mindstream.preprocess.kafka.SmallRocksDb;
import io.mindstream.preprocess.state.RoiMaskStore;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology in Kafka's test driver, with a registry and stores in memory: the driver commits
 * after each record, which takes a store on disk some 20 ms.
 */
final class TestStream implements AutoCloseable {

  /** The time that everything emitted carries. */
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** The default settings, but an ROI that is not there is not waited for. */
  static final PreprocessConfig CONFIG =
      PreprocessConfig.DEFAULT.with(
          new Waits(
              Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(10), Duration.ofHours(1)));

  final Topics topics = Topics.standard();
  private final SchemaRegistry registry;
  private final LostLetters lost;
  private final TopologyTestDriver driver;
  private final Map<String, KeyValueStore<Bytes, byte[]>> bytes = new TreeMap<>();
  private final List<VoxelVector> vectors = new ArrayList<>();
  private final List<TestRecord<String, byte[]>> vectorRecords = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();

  private TestStream(PreprocessConfig config, Path stateDir, SchemaRegistry registry) {
    this.registry = registry;
    this.lost = new LostLetters(topics.deadLetters(), registry);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocksDb.class);
    this.driver =
        new TopologyTestDriver(
            PreprocessTopology.build(
                new StreamSetting(topics, registry, config, () -> NOW, StreamObserver.NONE, lost),
                name -> new BytesInMemory(name, bytes)),
            properties,
            NOW);
  }

  TestStream(PreprocessConfig config, Path stateDir) {
    this(config, stateDir, new SchemaRegistry("mock://"));
  }

  /** The stream after a restart: a new instance with what this one has in its stores. */
  TestStream restartIn(PreprocessConfig config, Path stateDir) {
    TestStream next = new TestStream(config, stateDir, registry);
    driver.getAllStateStores().keySet().stream()
        .filter(name -> !name.equals(RoiMaskStore.NAME))
        .forEach(name -> copy(driver.getKeyValueStore(name), next.driver.getKeyValueStore(name)));
    close();
    return next;
  }

  private static void copy(KeyValueStore<Object, Object> from, KeyValueStore<Object, Object> to) {
    try (KeyValueIterator<Object, Object> all = from.all()) {
      all.forEachRemaining(entry -> to.put(entry.key, entry.value));
    }
  }

  /** The bytes of a store, as they would lie on disk and in its changelog. */
  KeyValueStore<Bytes, byte[]> bytesOf(String store) {
    return bytes.get(store);
  }

  void roi(RoiMask.Builder mask) {
    RoiMask value = mask.build();
    send(topics.rois(), value.getRoiId(), value, NOW);
  }

  void send(RunHeader.Builder header) {
    send(header.build());
  }

  void send(BoldVolume.Builder volume) {
    send(volume.build());
  }

  void send(StimulusEvent.Builder event) {
    send(event.build());
  }

  /** Sends a record of a scanner topic with its key and timestamp. */
  void send(SpecificRecord record) {
    if (record instanceof RunHeader header) {
      send(topics.runs(), header.getRunId(), header, header.getStartedAt());
    } else if (record instanceof BoldVolume volume) {
      send(topics.volumes(), volume.getRunId(), volume, volume.getAcquiredAt());
    } else if (record instanceof StimulusEvent event) {
      send(topics.events(), event.getRunId(), event, event.getOccurredAt());
    }
  }

  <T extends SpecificRecord> void send(Topic<T> topic, String key, T value, Instant at) {
    raw(topic, key, topic.codec(registry).encode(value), at);
  }

  void raw(Topic<?> topic, String key, byte[] value, Instant at) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    driver
        .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(keyBytes, value, at.toEpochMilli());
  }

  /** Puts the record of a dead letter back on its topic, as {@code dead-letters redrive} does. */
  void redrive(DeadLetter letter) {
    TestRecord<byte[], byte[]> record =
        new TestRecord<>(
            letter.getKey().orElseThrow().array(), letter.getValue().orElseThrow().array(), NOW);
    record.headers().add(DeadLetters.REDRIVEN, "0/0".getBytes(StandardCharsets.US_ASCII));
    driver
        .createInputTopic(letter.getTopic(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(record);
  }

  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** Every vector so far. */
  List<VoxelVector> vectors() {
    vectorRecords();
    return vectors;
  }

  /** Every record of the vector topic so far. */
  List<TestRecord<String, byte[]>> vectorRecords() {
    for (TestRecord<String, byte[]> record : read(topics.voxelVectors())) {
      vectorRecords.add(record);
      vectors.add(topics.voxelVectors().codec(registry).decode(record.value()));
    }
    return vectorRecords;
  }

  /** Every dead letter so far. */
  List<DeadLetter> letters() {
    read(topics.deadLetters())
        .forEach(r -> letters.add(topics.deadLetters().codec(registry).decode(r.value())));
    return letters;
  }

  /** The summaries of runs since the last call. */
  List<RunQuality> summaries() {
    return read(topics.quality()).stream()
        .map(record -> topics.quality().codec(registry).decode(record.value()).getSummary())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Refuses the letter of a record, as a broker does, when it is sent for the first time. */
  void refuseLetterOf(Topic<?> topic, long offset) {
    DeadLetter letter =
        DeadLetters.of(
            new Origin(topic.name(), 0, offset),
            null,
            null,
            new PipelineException(FailureCode.UNDECODABLE, "no record"),
            "preprocess-stream",
            NOW);
    lost.note(
        topics.deadLetters().name(),
        topics.deadLetters().codec(registry).encode(letter),
        new RecordTooLargeException());
  }

  List<String> codes() {
    return letters().stream().map(DeadLetter::getCode).toList();
  }

  private List<TestRecord<String, byte[]>> read(Topic<?> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
  }

  /** A store in memory whose bytes can be reached behind its serde. */
  private record BytesInMemory(String name, Map<String, KeyValueStore<Bytes, byte[]>> made)
      implements KeyValueBytesStoreSupplier {

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
      KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore(name).get();
      made.put(name, store);
      return store;
    }

    @Override
    public String metricsScope() {
      return "in-memory";
    }
  }
}
