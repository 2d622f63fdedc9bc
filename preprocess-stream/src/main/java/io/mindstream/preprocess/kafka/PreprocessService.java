package io.mindstream.preprocess.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.topology.PreprocessTopology;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The preprocess stream as a service: each start makes a fresh Streams application. */
public final class PreprocessService implements PipelineService {

  /** The service's name. */
  public static final String NAME = "preprocess-stream";

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final KafkaSettings kafka;
  private final Topics topics;
  private final SchemaRegistry registry;
  private final PreprocessConfig config;
  private final MeterRegistry meters;
  private final AtomicReference<@Nullable StreamsRunner> current = new AtomicReference<>();

  /** A service that is not started yet. */
  public PreprocessService(
      KafkaSettings kafka,
      Topics topics,
      SchemaRegistry registry,
      PreprocessConfig config,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.topics = topics;
    this.registry = registry;
    this.config = config;
    this.meters = meters;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized void start() {
    if (current.get() != null) {
      return;
    }
    RequiredTopics.require(kafka, topics);
    StreamsRunner runner =
        new StreamsRunner(
            topology(),
            StreamProperties.of(kafka, config.engine()),
            config.engine().closeTimeout(),
            meters);
    current.set(runner);
    runner.start(START_PATIENCE);
  }

  @Override
  public synchronized void stop() {
    StreamsRunner runner = current.getAndSet(null);
    if (runner != null) {
      runner.close();
    }
  }

  @Override
  public ServiceHealth health() {
    StreamsRunner runner = current.get();
    return runner == null ? new ServiceHealth.Stopped() : runner.health();
  }

  private Topology topology() {
    StreamMeters observer = new StreamMeters(meters, this::onProcessed);
    return PreprocessTopology.build(topics, registry, config, Clock.systemUTC(), observer);
  }

  private void onProcessed() {
    StreamsRunner runner = current.get();
    if (runner != null) {
      runner.onProcessed();
    }
  }
}
