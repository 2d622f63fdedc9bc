package io.mindstream.sink.recorder;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.kafka.MessageLimits;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.LoopService;
import io.mindstream.service.ServiceLoop;
import io.mindstream.sink.config.RecorderConfig;
import io.mindstream.storage.ObjectStore;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Records every run to the object store, on a thread and with a consumer of its own. Kafka, the
 * registry and the store are waited for; anything else ends the service with a reason.
 */
public final class RecorderService extends LoopService {

  /** The service's name. */
  public static final String NAME = "run-recorder";

  private static final Duration STOP = Duration.ofSeconds(5);
  private static final String BATCH = "20";

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final Topics topics;
  private final RecorderConfig config;
  private final ObjectStore store;
  private final RecorderMetrics metrics;

  /** A stopped recorder that connects nowhere until it is started. */
  public RecorderService(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      RecorderConfig config,
      ObjectStore store,
      MeterRegistry meters) {
    super(NAME, "the log says more, nothing is lost: start the sink again", STOP);
    this.kafka = kafka;
    this.registry = registry;
    this.topics = topics;
    this.config = config;
    this.store = store;
    this.metrics = new RecorderMetrics(meters);
  }

  @Override
  protected void session(ServiceLoop running) throws InterruptedException {
    TopicPresence.require(kafka, topics);
    RecordedTopics recorded = new RecordedTopics(topics, registry);
    TopicIds ids = TopicIds.of(kafka, topics.all().stream().map(topic -> topic.name()).toList());
    try (RecorderFolder folder = RecorderFolder.open(config.folder());
        KafkaConsumer<String, byte[]> consumer = consumer()) {
      RunsInProgress runs =
          new RunsInProgress(
              store,
              config,
              folder.path(),
              ids,
              new MaskLookup(kafka, topics.rois().name()),
              registry);
      new RecorderSession(consumer, recorded, runs, metrics, running).run();
    }
  }

  /** Few records at a time: volumes have megabytes. */
  private KafkaConsumer<String, byte[]> consumer() {
    Properties properties = new ClientProperties(kafka).consumer(NAME, config.groupId());
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    properties.put(
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, String.valueOf(MessageLimits.MAX_REQUEST_BYTES));
    properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, SoleReader.class.getName());
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
