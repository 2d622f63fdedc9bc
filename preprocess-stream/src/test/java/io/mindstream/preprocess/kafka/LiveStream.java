package io.mindstream.preprocess.kafka;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The service on a real broker, and the topics that it reads and writes. */
public final class LiveStream {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  public final Topics topics;
  final MeterRegistry meters = new SimpleMeterRegistry();
  private final KafkaSettings kafka;
  private final SchemaRegistry registry = new SchemaRegistry("mock://");

  /** Nothing is created yet. */
  public LiveStream(KafkaSettings kafka, int partitions) {
    this.kafka = kafka;
    this.topics = Topics.withPartitions(partitions);
  }

  /** A service that is not started yet, with its state in a folder. */
  PreprocessService service(PreprocessConfig config, Path stateDir) {
    Engine standard = config.engine();
    Engine engine =
        new Engine(
            standard.applicationId(),
            stateDir,
            standard.commitInterval(),
            1,
            standard.bufferedRecords(),
            standard.closeTimeout());
    return new PreprocessService(kafka, topics, registry, config.with(engine), meters);
  }

  /** Creates the topics, and waits until the broker knows them all. */
  public void createTopics() {
    new TopicAdmin(kafka, registry).prepare(topics);
    Set<String> names = topics.all().stream().map(Topic::name).collect(Collectors.toSet());
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      await().atMost(PATIENCE).until(() -> admin.listTopics().names().get().containsAll(names));
    }
  }

  void roi() {
    send(topics.rois(), TestRun.ROI, TestRun.RUN.roi().build());
  }

  void volumes(TestRun run, int from, int to) {
    for (int index = from; index <= to; index++) {
      send(topics.volumes(), run.id(), run.volume(index).build());
    }
  }

  <T extends SpecificRecord> void send(Topic<T> topic, String key, T value) {
    try (var producer =
        new KafkaProducer<>(
            new ClientProperties(kafka).producer("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      byte[] bytes = topic.codec(registry).encode(value);
      producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records of a topic, once there are so many. */
  <T extends SpecificRecord> List<T> read(Topic<T> topic, int count) {
    List<T> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            new ClientProperties(kafka).consumer("test", "test-" + topic.name()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic.name()));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(record -> records.add(topic.codec(registry).decode(record.value())));
                return records.size() >= count;
              });
    }
    return records;
  }
}
