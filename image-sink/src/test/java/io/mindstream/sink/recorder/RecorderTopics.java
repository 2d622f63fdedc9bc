package io.mindstream.sink.recorder;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Runs on a real broker, as all services publish them. */
final class RecorderTopics implements AutoCloseable {

  private static final String BROKEN = "broken";

  final Topics topics = Topics.standard();
  final SchemaRegistry registry = new SchemaRegistry("mock://");
  private final KafkaSettings kafka;
  private final KafkaProducer<String, byte[]> producer;

  RecorderTopics(KafkaSettings kafka) {
    this.kafka = kafka;
    new TopicAdmin(kafka, registry).prepare(topics);
    this.producer =
        new KafkaProducer<>(
            new ClientProperties(kafka).producer("hand"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** A whole run: so many volumes, a trial for each fourth of them. */
  void play(String run, Instant startedAt, int volumes) {
    begin(run, startedAt);
    for (int index = 0; index < volumes; index++) {
      volume(run, startedAt, index);
      if (index % 4 == 3) {
        trial(run, startedAt, index / 4);
      }
    }
    end(run, startedAt, volumes);
  }

  void begin(String run, Instant startedAt) {
    send(topics.rois(), "V1", startedAt, mask());
    send(topics.runs(), run, startedAt, header(run, startedAt, RunState.STARTED).build());
  }

  void volume(String run, Instant startedAt, int index) {
    Instant at = startedAt.plusSeconds(index);
    BoldVolume volume =
        BoldVolume.newBuilder(Records.volume(index)).setRunId(run).setAcquiredAt(at).build();
    send(topics.volumes(), run, at, volume);
  }

  /** How good a volume is in which the head moved by as many mm. */
  void quality(String run, Instant startedAt, int index, double moved) {
    ScanQuality quality =
        ScanQuality.newBuilder(Records.quality(index, moved))
            .setRunId(run)
            .setStartedAt(startedAt)
            .build();
    send(topics.quality(), run, startedAt.plusSeconds(index), quality);
  }

  void trial(String run, Instant startedAt, int trial) {
    Instant at = startedAt.plusSeconds(4L * trial);
    String key = "%s/trial-%04d".formatted(run, trial);
    send(
        topics.events(),
        run,
        at,
        StimulusEvent.newBuilder(Records.event(trial)).setRunId(run).setOccurredAt(at).build());
    send(topics.voxelVectors(), key, at, vector(run, trial));
    send(
        topics.images(),
        key,
        at,
        DecodedImage.newBuilder(Records.image(trial, 0)).setRunId(run).build());
  }

  void end(String run, Instant startedAt, int volumes) {
    RunHeader header = header(run, startedAt, RunState.ENDED).setPublishedVolumes(volumes).build();
    send(topics.runs(), run, startedAt.plusSeconds(volumes), header);
    producer.flush();
  }

  /** Bytes that are no record. */
  void sendBroken(Topic<?> topic) {
    producer.send(new ProducerRecord<>(topic.name(), BROKEN, new byte[] {0, 0, 0, 0, 1, 77}));
    producer.flush();
  }

  /** The places of all records that are to be recorded, as text. */
  TreeSet<String> places() {
    TreeSet<String> places = new TreeSet<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            new ClientProperties(kafka).reader("all"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          recorded()
              .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (!BROKEN.equals(record.key())) {
            places.add(place(record.topic(), record.partition(), record.offset()));
          }
        }
      }
    }
    return places;
  }

  static String place(String topic, int partition, long offset) {
    return topic + "/" + partition + "/" + offset;
  }

  /** All but the masks, which belong to no run alone. */
  Stream<Topic<?>> recorded() {
    return Stream.of(
        topics.runs(),
        topics.volumes(),
        topics.events(),
        topics.voxelVectors(),
        topics.quality(),
        topics.images());
  }

  @Override
  public void close() {
    producer.close();
  }

  private <T extends SpecificRecord> void send(Topic<T> topic, String key, Instant at, T value) {
    producer.send(
        new ProducerRecord<>(
            topic.name(), null, at.toEpochMilli(), key, topic.codec(registry).encode(value)));
  }

  private static RunHeader.Builder header(String run, Instant startedAt, RunState state) {
    return RunHeader.newBuilder(Records.run(state)).setRunId(run).setStartedAt(startedAt);
  }

  private static RoiMask mask() {
    return RoiMask.newBuilder()
        .setRoiId("V1")
        .setGeometry(Records.run(RunState.STARTED).getGeometry())
        .setIndices(List.of(0, 2))
        .build();
  }

  private static VoxelVector vector(String run, int trial) {
    return VoxelVector.newBuilder()
        .setRunId(run)
        .setTrialIndex(trial)
        .setTrialType("face")
        .setOnsetSeconds(4.0 * trial)
        .setDurationSeconds(1)
        .setRoiId("V1")
        .setFirstVolume(4 * trial)
        .setLastVolume(4 * trial + 3)
        .setVolumesUsed(4)
        .setVolumesExpected(4)
        .setNormalisation(Normalisation.NONE)
        .setValues(List.of(1f, 2f + trial))
        .setTimes(Records.times())
        .build();
  }
}
