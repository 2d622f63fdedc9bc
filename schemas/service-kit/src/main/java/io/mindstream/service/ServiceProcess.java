package io.mindstream.service;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.service.config.SettingNames;
import java.util.Map;

/**
 * A service as a process of its own: runs until it is told to end, and serves {@code /health} and
 * {@code /prometheus}, to this machine alone unless {@code micronaut.server.host} says otherwise.
 * Properties are given as arguments ({@code -mindstream.kafka…=VALUE}), environment variables
 * ({@code MINDSTREAM_KAFKA_…}) or a file ({@code -micronaut.config.files=FILE}).
 *
 * @param name the service's name
 * @param port HTTP port unless {@code micronaut.server.port} says otherwise
 * @param service the service's bean, which the closing context must stop
 */
public record ServiceProcess(String name, int port, Class<? extends PipelineService> service) {

  /** Weaker than a file, the environment and arguments. */
  private static final int DEFAULTS_ORDER = -1000;

  private static final String LOG_SETTINGS = "logback.configurationFile";

  /**
   * What {@code main} does; {@code --help} says all settings. Exits with 2, after one message,
   * where an argument is none, with 1 where the service cannot start.
   */
  public void run(String[] arguments) throws InterruptedException {
    System.getProperties().putIfAbsent(LOG_SETTINGS, "service-logback.xml");
    ServiceUsage usage = new ServiceUsage(name, port);
    usage.answer(arguments).ifPresent(System::exit);
    try {
      start(arguments);
    } catch (RuntimeException e) {
      System.err.println(name + " cannot start: " + message(e));
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private void start(String[] arguments) {
    ApplicationContext context =
        ApplicationContext.builder(service)
            .args(arguments)
            .propertySources(PropertySource.of(name, defaults(), DEFAULTS_ORDER))
            .banner(false)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-" + name));
    SettingNames.check(context.getEnvironment());
    PipelineService bean = context.getBean(service);
    context.getBean(EmbeddedServer.class).start();
    bean.start();
  }

  private Map<String, Object> defaults() {
    return Map.of(
        "micronaut.application.name",
        name,
        "micronaut.server.host",
        OpenAddress.LOOPBACK,
        "micronaut.server.port",
        port,
        "endpoints.health.details-visible",
        "ANONYMOUS",
        "endpoints.prometheus.sensitive",
        false);
  }

  /** Our own words say what to do; frameworks wrap them in what they were doing. */
  private static String message(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !cause.getClass().getName().startsWith("io.mindstream.")) {
      cause = cause.getCause();
    }
    return cause instanceof RuntimeException
        ? String.valueOf(cause.getMessage())
        : failure.getMessage() + " (" + cause + ")";
  }
}
