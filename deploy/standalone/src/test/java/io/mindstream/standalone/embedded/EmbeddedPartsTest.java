package io.mindstream.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsTest {

  @TempDir Path folder;

  @Test
  void shouldKeepRecordsOfTheLargestSizeOverABrokerRestart() throws Exception {
    Topics topics = Topics.withPartitions(1);
    byte[] volume = new byte[topics.volumes().maxRecordBytes() - 1024];
    volume[7] = 7;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, Port.anyFree("--kafka-port"))) {
      prepare(kafka, topics);
      send(kafka, topics.volumes().name(), volume);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, Port.anyFree("--kafka-port"))) {
      assertThat(first(kafka, topics.volumes().name())).isEqualTo(volume);
    }
  }

  @Test
  void shouldKeepSchemaIdsOverARegistryRestart() {
    Schema schema = SchemaBuilder.record("Kept").fields().requiredInt("a").endRecord();
    int id;
    try (EmbeddedRegistry registry = registry()) {
      SchemaRegistry client = new SchemaRegistry(registry.address());
      client.register("other-value", SchemaBuilder.record("Other").fields().endRecord());
      id = client.register("kept-value", schema);
    }
    try (EmbeddedRegistry registry = registry()) {
      assertThat(new SchemaRegistry(registry.address()).byId(id)).isEqualTo(schema);
    }
  }

  @Test
  void shouldAnswerConfluentClientsUnderTheRegistrysPlainAddress() {
    try (EmbeddedRegistry registry = registry()) {
      URI address = URI.create(registry.address());
      SchemaRegistry client = new SchemaRegistry("http://127.0.0.1:" + address.getPort());
      Schema schema = SchemaBuilder.record("Plain").fields().endRecord();
      int id = client.register("plain-value", schema);
      assertThat(new SchemaRegistry(registry.address()).byId(id)).isEqualTo(schema);
    }
  }

  @Test
  void shouldEndTheRegistryProcessOnClose() {
    long pid;
    try (EmbeddedRegistry registry = registry()) {
      pid = registry.pid();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEqualTo(Optional.empty());
  }

  @Test
  void shouldNameATakenPortAndAFreeOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Port port = new Port(taken.getLocalPort(), "--s3-port");
      assertThatThrownBy(
              () -> EmbeddedObjectStore.start(folder, port, new ObjectStoreKeys("a", "s")))
          .isInstanceOf(EmbeddedPartException.class)
          .hasMessageMatching(
              "port " + port.number() + " is taken; use --s3-port \\d+, or --ports auto");
    }
  }

  private EmbeddedRegistry registry() {
    return EmbeddedRegistry.start(
        folder, Port.anyFree("--registry-port"), folder.resolve("registry.log"));
  }

  private static void prepare(EmbeddedKafka kafka, Topics topics) {
    new TopicAdmin(KafkaSettings.of(kafka.address()), new SchemaRegistry("mock://"))
        .prepare(topics);
  }

  private static void send(EmbeddedKafka kafka, String topic, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            clients(kafka).producer("test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static byte[] first(EmbeddedKafka kafka, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            clients(kafka).consumer("test", "test"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
    }
  }

  private static ClientProperties clients(EmbeddedKafka kafka) {
    return new ClientProperties(new KafkaSettings(kafka.address(), Map.of()));
  }
}
