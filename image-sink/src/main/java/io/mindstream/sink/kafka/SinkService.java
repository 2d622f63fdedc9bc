package io.mindstream.sink.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.LoopService;
import io.mindstream.service.ServiceLoop;
import io.mindstream.sink.config.SinkConfig;
import io.mindstream.sink.run.RunWriter;
import io.mindstream.sink.trial.TrialWriter;
import io.mindstream.storage.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Stores decoded pictures. What comes from outside (Kafka, the registry or the store is down) is
 * waited for; anything else ends the service with a reason, since it would only happen again.
 */
public final class SinkService extends LoopService {

  /** The service's name. */
  public static final String NAME = "image-sink";

  private static final Duration STOP = Duration.ofSeconds(5);

  private final KafkaSettings kafka;
  private final SinkConfig config;
  private final Topics topics;
  private final RecordWriter writer;
  private final AvroCodec<DeadLetter> letters;

  private SinkService(
      KafkaSettings kafka,
      SinkConfig config,
      Topics topics,
      SchemaRegistry registry,
      RecordWriter writer) {
    super(NAME, "the log says more, nothing is lost: start the sink again", STOP);
    this.kafka = kafka;
    this.config = config;
    this.topics = topics;
    this.writer = writer;
    this.letters = topics.deadLetters().codec(registry);
  }

  /** A stopped sink that connects nowhere until it is started. */
  public static SinkService create(
      KafkaSettings kafka,
      SinkConfig config,
      Topics topics,
      SchemaRegistry registry,
      ObjectStore store,
      StoredListener listener,
      MeterRegistry meters) {
    return new SinkService(
        kafka,
        config,
        topics,
        registry,
        new RecordWriter(
            topics,
            registry,
            new TrialWriter(store),
            new RunWriter(store),
            listener,
            InstantSource.system(),
            meters));
  }

  @Override
  protected void session(ServiceLoop running) {
    TopicPresence.require(kafka, topics);
    try (SinkClients clients = SinkClients.connect(kafka, config)) {
      new SinkSession(clients, writer, letters, topics.deadLetters().name(), running).run();
    }
  }
}
