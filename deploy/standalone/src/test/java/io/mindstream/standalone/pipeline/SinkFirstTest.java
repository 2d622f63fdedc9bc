package io.mindstream.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.sink.config.SinkConfig;
import io.mindstream.sink.kafka.SinkService;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink that is started before anything else, on a broker of stock settings. */
class SinkFirstTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MORE_THAN_A_STOCK_RECORD = 2 * 1024 * 1024;

  @TempDir Path folder;
  private final Topics topics = Topics.withPartitions(2);
  private final SchemaRegistry registry = new SchemaRegistry("mock://");
  private KafkaBroker broker;
  private S3ObjectStore store;
  private SinkService sink;

  @BeforeEach
  void start() {
    broker = KafkaBroker.stockIn(folder);
    store = new S3ObjectStore(StoreSettings.of("http://127.0.0.1:1", "unused", "a", "s"));
    sink =
        SinkService.create(
            broker.settings(),
            new SinkConfig("sinks", "first"),
            topics,
            registry,
            store,
            (image, at) -> {},
            new SimpleMeterRegistry());
    sink.start();
    await().atMost(PATIENCE).until(() -> sink.health().describe().contains("mindstream topics"));
  }

  @AfterEach
  void stop() {
    sink.stop();
    store.close();
    broker.close();
  }

  @Test
  void shouldWaitForTheTopicsAndMakeNone() throws Exception {
    try (Admin admin = Admin.create(new ClientProperties(broker.settings()).admin())) {
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  @Test
  void shouldWorkOnceTheTopicsAreThere() throws Exception {
    new TopicAdmin(broker.settings(), registry).prepare(topics);
    send(topics.images().name(), new byte[MORE_THAN_A_STOCK_RECORD]);
    assertThat(letter().getCode()).isEqualTo("UNDECODABLE");
  }

  private void send(String topic, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new ClientProperties(broker.settings()).producer("test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private DeadLetter letter() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            new ClientProperties(broker.settings()).reader("test"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topics.deadLetters().name(), 0)));
      ConsumerRecord<byte[], byte[]> record = consumer.poll(PATIENCE).iterator().next();
      return topics.deadLetters().codec(registry).decode(record.value());
    }
  }
}
