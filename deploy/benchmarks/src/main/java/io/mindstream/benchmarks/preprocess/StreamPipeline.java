package io.mindstream.benchmarks.preprocess;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.preprocess.kafka.PreprocessService;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.standalone.embedded.EmbeddedKafka;
import io.mindstream.standalone.embedded.EmbeddedRegistry;
import io.mindstream.standalone.embedded.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A broker in this process, the registry beside it, and the preprocess stream. */
final class StreamPipeline implements AutoCloseable {

  /** Where a bare client writes. */
  static final String RAW = "raw-copies";

  private final Path folder;
  private final EmbeddedKafka broker;
  private final EmbeddedRegistry embedded;
  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final Topics topics = Topics.withPartitions(1);

  StreamPipeline(Path folder) throws InterruptedException {
    this.folder = folder;
    broker = EmbeddedKafka.start(folder.resolve("kafka"), Port.anyFree("kafka"));
    embedded =
        EmbeddedRegistry.start(
            folder.resolve("registry"), Port.anyFree("registry"), folder.resolve("registry.log"));
    kafka = KafkaSettings.of(broker.address());
    registry = new SchemaRegistry(embedded.address());
    new TopicAdmin(kafka, registry).prepare(topics);
    makeRawTopic();
  }

  private void makeRawTopic() throws InterruptedException {
    Map<String, String> large =
        Map.of(
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(MessageLimits.MAX_REQUEST_BYTES));
    NewTopic raw = new NewTopic(RAW, Optional.of(1), Optional.empty()).configs(large);
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      admin.createTopics(List.of(raw)).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic " + RAW + " was not made", e);
    }
  }

  KafkaSettings kafka() {
    return kafka;
  }

  SchemaRegistry registry() {
    return registry;
  }

  Topics topics() {
    return topics;
  }

  /** The stream, not started; each goes on where the one before it was stopped. */
  PreprocessService service(PreprocessConfig config) {
    Engine usual = config.engine();
    Engine here =
        new Engine(
            usual.applicationId(),
            folder.resolve("state"),
            usual.commitInterval(),
            usual.threads(),
            usual.bufferedRecords(),
            usual.closeTimeout());
    return new PreprocessService(
        kafka, topics, registry, config.with(here), new SimpleMeterRegistry());
  }

  @Override
  public void close() {
    embedded.close();
    broker.close();
  }
}
