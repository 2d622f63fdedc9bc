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
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.config.TopicConfig;
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
    create(topics);
  }

  /** Creates them with another number of partitions. */
  void createTopics(int partitions) {
    create(Topics.withPartitions(partitions));
  }

  private void create(Topics catalogue) {
    new TopicAdmin(kafka, registry).prepare(catalogue);
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
    raw(topic, key, topic.codec(registry).encode(value));
  }

  /** Sends bytes of any size, as a producer does that knows no limit; packed they must be small. */
  void raw(Topic<?> topic, String key, byte[] value) {
    Properties limitless = new ClientProperties(kafka).producer("test");
    limitless.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(Integer.MAX_VALUE));
    try (var producer =
        new KafkaProducer<>(limitless, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the broker take no dead letter of so many bytes or more. */
  void takeOnlyLettersBelow(int bytes) {
    ConfigResource letters = new ConfigResource(Type.TOPIC, topics.deadLetters().name());
    AlterConfigOp limit =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes)),
            OpType.SET);
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      admin.incrementalAlterConfigs(Map.of(letters, List.of(limit))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many vectors the services made. */
  double emitted() {
    return meters.get("mindstream.preprocess.vectors").counter().count();
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
