package io.mindstream.sink.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.kafka.BrokerProbe;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import io.mindstream.sink.config.SinkConfig;
import io.mindstream.sink.trial.TrialWriter;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores decoded pictures. What comes from outside (Kafka, the registry or the store is down) is
 * waited for; anything else ends the service with a reason, since it would only happen again.
 */
public final class SinkService implements PipelineService {

  /** The service's name. */
  public static final String NAME = "image-sink";

  private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
  private static final long PAUSE_MILLIS = 1_000;
  private static final long STOP_MILLIS = 5_000;

  private final KafkaSettings kafka;
  private final SinkConfig config;
  private final RecordWriter writer;
  private final AvroCodec<DeadLetter> letters;
  private final String letterTopic;
  private volatile ServiceHealth health = new ServiceHealth.Stopped();
  private @Nullable Worker worker;

  private SinkService(
      KafkaSettings kafka,
      SinkConfig config,
      Topics topics,
      SchemaRegistry registry,
      RecordWriter writer) {
    this.kafka = kafka;
    this.config = config;
    this.writer = writer;
    this.letters = topics.deadLetters().codec(registry);
    this.letterTopic = topics.deadLetters().name();
  }

  /** A stopped sink that connects nowhere until it is started. */
  public static SinkService create(
      KafkaSettings kafka,
      SinkConfig config,
      Topics topics,
      SchemaRegistry registry,
      TrialWriter writer,
      StoredListener listener,
      MeterRegistry meters) {
    return new SinkService(
        kafka,
        config,
        topics,
        registry,
        new RecordWriter(topics, registry, writer, listener, InstantSource.system(), meters));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized void start() {
    if (worker == null) {
      health = new ServiceHealth.Waiting("connecting to Kafka at " + kafka.bootstrapServers());
      worker = new Worker();
      worker.thread.start();
    }
  }

  @Override
  public synchronized void stop() {
    if (worker != null) {
      worker.stop();
      worker = null;
    }
    health = new ServiceHealth.Stopped();
  }

  @Override
  public ServiceHealth health() {
    return health;
  }

  /** The thread between one start and the next stop. */
  private final class Worker implements BrokerProbe.Listener {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, NAME);

    void stop() {
      stopping.countDown();
      try {
        thread.join(STOP_MILLIS);
        if (thread.isAlive()) {
          thread.interrupt();
          thread.join(STOP_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void reachable() {
      set(new ServiceHealth.Running());
    }

    @Override
    public void unreachable(String reason) {
      if (health.up()) {
        LOG.warn("Waiting: {}", reason);
      }
      set(new ServiceHealth.Waiting(reason));
    }

    private void run() {
      try {
        while (!isStopping()) {
          session();
        }
      } catch (InterruptedException e) {
        LOG.debug("Interrupted while stopping", e);
      } catch (Throwable failure) { // of whatever kind: a dead thread must show in the health
        if (!isStopping()) {
          LOG.error("The sink gave up", failure);
          set(
              new ServiceHealth.Failed(
                  failure + "; the log says more, nothing is lost: start the sink again"));
        }
      }
    }

    private void session() throws InterruptedException {
      try (SinkClients clients = SinkClients.connect(kafka, config)) {
        new SinkSession(clients, writer, letters, letterTopic, this, this::isStopping).run();
      } catch (KafkaException | RegistryUnavailableException e) {
        LOG.debug("The session ended", e);
        unreachable(String.valueOf(e.getMessage()));
        stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    }

    private boolean isStopping() {
      return stopping.getCount() == 0;
    }

    private void set(ServiceHealth now) {
      if (!isStopping()) {
        health = now;
      }
    }
  }
}
