package io.mindstream.preprocess.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.intake.LostLetters;
import io.mindstream.preprocess.intake.StreamSetting;
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
  private final LostLetters lost;
  private final AtomicReference<@Nullable StreamStage> current = new AtomicReference<>();

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
    this.lost = new LostLetters(topics.deadLetters(), registry);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Waits for Kafka's answer and for the stream to join its group, and holds no lock meanwhile:
   * where a stop comes in between, from another thread, this returns without a failure.
   */
  @Override
  public void start() {
    if (current.get() != null) {
      return;
    }
    RequiredTopics required = new RequiredTopics(kafka, topics, config.engine().applicationId());
    boolean present = false;
    try (required) {
      present = current.compareAndSet(null, required) && required.check();
    } finally {
      if (!present) {
        current.compareAndSet(required, null);
      }
    }
    if (present) {
      stream(required);
    }
  }

  /** Goes on to streaming, unless {@code before} was stopped. */
  private void stream(RequiredTopics before) {
    StreamsRunner runner =
        new StreamsRunner(
            topology(),
            StreamProperties.of(kafka, config.engine()),
            config.engine().closeTimeout(),
            meters,
            lost);
    boolean started = false;
    try {
      if (current.compareAndSet(before, runner)) {
        if (before.outgrown()) {
          runner.forget();
        }
        runner.start(START_PATIENCE);
        started = true;
      }
    } finally {
      if (!started) {
        current.compareAndSet(runner, null);
        runner.close();
      }
    }
  }

  @Override
  public void stop() {
    StreamStage stage = current.getAndSet(null);
    if (stage != null) {
      stage.close();
    }
  }

  @Override
  public ServiceHealth health() {
    StreamStage stage = current.get();
    return stage == null ? new ServiceHealth.Stopped() : stage.health();
  }

  private Topology topology() {
    StreamMeters observer = new StreamMeters(meters, this::onProcessed);
    return PreprocessTopology.build(
        new StreamSetting(topics, registry, config, Clock.systemUTC(), observer, lost));
  }

  private void onProcessed() {
    if (current.get() instanceof StreamsRunner runner) {
      runner.onProcessed();
    }
  }
}
