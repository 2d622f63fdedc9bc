package io.mindstream.standalone.pipeline;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.config.SettingNames;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole pipeline in this JVM. Starts in order: data folder; broker, registry and object store;
 * topics and schemas; dashboard; then the services from the end of the flow to its beginning, so
 * that nothing is sent to a service that is not there. Stops in the reverse order, in bounded time.
 *
 * <pre>{@code
 * try (StandalonePipeline pipeline = new StandalonePipeline(StandaloneSettings.embedded(dir))) {
 *   pipeline.start();
 *   pipeline.bean(BridgeService.class).play(feed, options, listener);
 *   pipeline.service("decoder-worker").stop();
 *   pipeline.service("decoder-worker").start();
 * }
 * }</pre>
 */
public final class StandalonePipeline implements AutoCloseable {

  private static final Duration SERVICE_STOP_LIMIT = Duration.ofSeconds(3);
  private static final Duration QUICK_STOP_LIMIT = Duration.ofSeconds(2);

  private static final String NOT_STARTED = "the pipeline is not started";

  /** From the end of the data's flow to its beginning. */
  private static final List<String> START_ORDER =
      List.of(
          "dashboard-feed",
          "run-recorder",
          "image-sink",
          "decoder-worker",
          "preprocess-stream",
          "run-follower",
          "scanner-bridge",
          "scanners");

  private final StopStack stops = new StopStack();
  private final StandaloneSettings settings;
  private @Nullable ServerAddresses servers;
  private @Nullable ApplicationContext context;

  /** A pipeline that is not started yet. */
  public StandalonePipeline(StandaloneSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything, and returns once every service can take work. May be called once. Where
   * something fails, what was started is stopped again.
   *
   * @throws RuntimeException whose message says in one line what failed and what to do
   */
  public void start() {
    try {
      startInOrder();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The dashboard's address. */
  public URI dashboard() {
    return URI.create("http://localhost:" + settings.ports().dashboard().number());
  }

  /** Addresses of Kafka, the schema registry and the object store. */
  public ServerAddresses addresses() {
    if (servers == null) {
      throw new IllegalStateException(NOT_STARTED);
    }
    return servers;
  }

  /** How to reach Kafka. */
  public KafkaSettings kafka() {
    return bean(KafkaSettings.class);
  }

  /** The schema registry. */
  public SchemaRegistry registry() {
    return bean(SchemaRegistry.class);
  }

  /** The topics. */
  public Topics topics() {
    return bean(Topics.class);
  }

  /** The services in the order in which they start; each may be stopped and started again. */
  public List<PipelineService> services() {
    return beans().getBeansOfType(PipelineService.class).stream()
        .sorted(Comparator.comparingInt(service -> START_ORDER.indexOf(service.name())))
        .toList();
  }

  /**
   * One service by its name, for example {@code decoder-worker}.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public PipelineService service(String name) {
    return services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service '" + name + "'"));
  }

  /** Any part of the services, by its class. */
  public <T> T bean(Class<T> type) {
    return beans().getBean(type);
  }

  /** True once it is told to stop, by whomever; its services then go down one by one. */
  public boolean stopping() {
    return stops.closed();
  }

  /** Stops everything that was started. A second call does nothing. */
  @Override
  public void close() {
    stops.close();
  }

  private void startInOrder() {
    settings.ports().dashboard().requireFree();
    DataFolder data = DataFolder.open(settings.data());
    stops.add("data-folder", QUICK_STOP_LIMIT, data::close);
    ServerAddresses started = ServerAddresses.start(settings, data, stops);
    servers = started;
    ApplicationContext beans = ServiceContext.start(settings, data, started);
    stops.add("services", QUICK_STOP_LIMIT, beans::close);
    SettingNames.check(beans.getEnvironment());
    context = beans;
    new TopicAdmin(kafka(), registry(), bean(Replication.class)).prepare(topics());
    bean(EmbeddedServer.class).start();
    for (PipelineService service : services()) {
      stops.add(service.name(), SERVICE_STOP_LIMIT, service::stop);
      service.start();
    }
  }

  private ApplicationContext beans() {
    if (context == null) {
      throw new IllegalStateException(NOT_STARTED);
    }
    return context;
  }
}
