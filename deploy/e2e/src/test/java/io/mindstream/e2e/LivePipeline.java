package io.mindstream.e2e;

import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.standalone.demo.DemoSession;
import io.mindstream.standalone.demo.SessionSummary;
import io.mindstream.standalone.pipeline.ExternalServers;
import io.mindstream.standalone.pipeline.Ports;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

/** The real pipeline in this JVM, on free ports, with a small untrained model. */
final class LivePipeline implements AutoCloseable {

  /** ROI of the simulated subject in these tests. */
  private static final int VOXELS = 128;

  /** Credentials of an S3 server that asks for none. */
  static final Map<String, Object> ANY_KEYS =
      Map.of("mindstream.sink.s3.access-key", "local", "mindstream.sink.s3.secret-key", "local");

  private final StandalonePipeline pipeline;
  private final Runnable afterwards;

  private LivePipeline(StandalonePipeline pipeline, Runnable afterwards) {
    this.pipeline = pipeline;
    this.afterwards = afterwards;
  }

  /** A pipeline on the shared broker and registry, with a store of its own. */
  static LivePipeline start(Path folder) {
    return start(settings(folder, Optional.empty(), Map.of()), folder);
  }

  /** The same with settings made by {@link #settings}. */
  static LivePipeline start(StandaloneSettings settings, Path folder) {
    return start(settings, folder, VOXELS, SharedParts.get()::wipe);
  }

  /**
   * Settings of a pipeline on the shared broker and registry.
   *
   * @param s3Endpoint an object store of the test's own, else the pipeline embeds one
   */
  static StandaloneSettings settings(
      Path folder, Optional<String> s3Endpoint, Map<String, Object> properties) {
    SharedParts parts = SharedParts.get();
    ExternalServers external =
        new ExternalServers(Optional.of(parts.kafka()), Optional.of(parts.registry()), s3Endpoint);
    return new StandaloneSettings(folder.resolve("data"), Ports.anyFree(), external, properties);
  }

  /** A pipeline with its own settings, for an ROI of so many voxels. */
  static LivePipeline start(
      StandaloneSettings settings, Path folder, int voxels, Runnable afterwards) {
    Path bundle = folder.resolve("bundle");
    RandomBundle.create(ModelSize.TINY, voxels, 1, null, bundle);
    StandalonePipeline pipeline =
        new StandalonePipeline(
            settings
                .with("mindstream.decoder.bundle", bundle.toString())
                .with("mindstream.decoder.steps", 2));
    pipeline.start();
    return new LivePipeline(pipeline, afterwards);
  }

  /** A small simulated session. */
  static SimulationSettings simulation() {
    return SimulationSettings.defaults().withRuns(1).withTrials(4).withVoxels(VOXELS);
  }

  StandalonePipeline pipeline() {
    return pipeline;
  }

  /**
   * Plays a simulated session to its end: every trial's pictures are stored, or known never to
   * come.
   */
  SessionSummary play(SimulationSettings settings, Speed speed) throws InterruptedException {
    return play(new SimulatedScanner(settings), speed);
  }

  SessionSummary play(Feed feed, Speed speed) throws InterruptedException {
    return new DemoSession(pipeline, counts -> {}).play(feed, PlaybackOptions.at(speed), false);
  }

  /** Sends bytes to a topic. */
  void send(Topic<?> topic, String key, byte[] value) {
    Properties properties = new ClientProperties(pipeline.kafka()).producer("test");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
      producer.flush();
    }
  }

  <T extends SpecificRecord> void send(Topic<T> topic, String key, T value) {
    send(topic, key, topic.codec(pipeline.registry()).encode(value));
  }

  /** Every committed record of a topic, so far. */
  <T extends SpecificRecord> List<T> records(Topic<T> topic) {
    AvroCodec<T> codec = topic.codec(pipeline.registry());
    Properties properties = new ClientProperties(pipeline.kafka()).consumer("test", "test");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<T> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          records.add(codec.decode(record.value()));
        }
      }
      return records;
    }
  }

  @Override
  public void close() {
    try {
      pipeline.close();
    } finally {
      afterwards.run();
    }
  }
}
