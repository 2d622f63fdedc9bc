package io.mindstream.preprocess.kafka;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker. */
class PreprocessServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path brokerFolder;
  @TempDir Path stateDir;
  private final Topics topics = Topics.withPartitions(2);
  private final SchemaRegistry registry = new SchemaRegistry("mock://");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private KafkaBroker broker;
  private PreprocessService service;

  @BeforeEach
  void open() {
    broker = KafkaBroker.startIn(brokerFolder);
    Engine standard = PreprocessConfig.DEFAULT.engine();
    Engine engine =
        new Engine(
            standard.applicationId(),
            stateDir,
            standard.commitInterval(),
            1,
            standard.bufferedRecords(),
            standard.closeTimeout());
    service =
        new PreprocessService(
            broker.settings(), topics, registry, PreprocessConfig.DEFAULT.with(engine), meters);
  }

  @AfterEach
  void close() {
    service.stop();
    broker.close();
  }

  @Test
  void shouldNameTheAdminStepWhereTopicsAreMissing() {
    assertThatThrownBy(service::start)
        .hasMessageContainingAll("scanner.volumes", "admin step", "TopicAdmin");
  }

  @Test
  void shouldLoseAndDoubleNothingOverARestart() {
    new TopicAdmin(broker.settings(), registry).prepare(topics);
    service.start();
    assertThat(service.health()).isEqualTo(new ServiceHealth.Running());
    send(topics.rois(), TestRun.ROI, RUN.roi().build());
    send(topics.runs(), RUN.id(), RUN.header().build());
    for (int trial = 0; trial < 3; trial++) {
      send(topics.events(), RUN.id(), RUN.event(trial).build());
    }
    volumes(0, 8);
    await().atMost(PATIENCE).until(() -> emitted() == 1);

    service.stop();
    assertThat(service.health()).isEqualTo(new ServiceHealth.Stopped());
    service.start();
    volumes(9, 19);
    send(topics.runs(), RUN.id(), RUN.end(RunState.ENDED, 20).build());
    await().atMost(PATIENCE).until(() -> emitted() == 3);

    assertThat(vectors())
        .extracting(vector -> vector.getTrialIndex() + " " + vector.getValues())
        .containsExactly("0 [403.5, 103.5]", "1 [408.5, 108.5]", "2 [413.5, 113.5]");
  }

  private double emitted() {
    return meters.get("mindstream.preprocess.vectors").counter().count();
  }

  private void volumes(int from, int to) {
    for (int index = from; index <= to; index++) {
      send(topics.volumes(), RUN.id(), RUN.volume(index).build());
    }
  }

  private <T extends SpecificRecord> void send(Topic<T> topic, String key, T value) {
    try (var producer =
        new KafkaProducer<>(
            new ClientProperties(broker.settings()).producer("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      byte[] bytes = topic.codec(registry).encode(value);
      producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<VoxelVector> vectors() {
    List<VoxelVector> vectors = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            new ClientProperties(broker.settings()).consumer("test", "test"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topics.voxelVectors().name()));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record ->
                            vectors.add(
                                topics.voxelVectors().codec(registry).decode(record.value())));
                return vectors.size() >= 3;
              });
    }
    vectors.sort((a, b) -> Integer.compare(a.getTrialIndex(), b.getTrialIndex()));
    return vectors;
  }
}
