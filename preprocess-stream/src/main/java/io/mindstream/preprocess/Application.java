package io.mindstream.preprocess;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.preprocess.kafka.PreprocessService;
import java.util.Map;

/**
 * The preprocess stream as a process of its own, with {@code /health} and {@code /prometheus}.
 * Settings are properties, as {@code -mindstream.preprocess.normalisation=running}, or environment
 * variables, as {@code MINDSTREAM_PREPROCESS_NORMALISATION=running}.
 */
public final class Application {

  private static final String LOG_SETTINGS = "logback.configurationFile";

  /** Below arguments, environment and files, which may change each of these. */
  private static final PropertySource OWN_DEFAULTS =
      PropertySource.of(
          PreprocessService.NAME,
          Map.of(
              "micronaut.application.name",
              PreprocessService.NAME,
              "micronaut.server.port",
              8082,
              "endpoints.health.details-visible",
              "ANONYMOUS",
              "endpoints.prometheus.sensitive",
              false),
          -1000);

  private Application() {}

  /** Runs until the process is told to end; exit code 1 with one message where it can't start. */
  public static void main(String[] arguments) throws InterruptedException {
    System.getProperties().putIfAbsent(LOG_SETTINGS, "preprocess-stream-logback.xml");
    try {
      run(arguments);
    } catch (RuntimeException e) {
      System.err.println("preprocess-stream can't start: " + rootMessage(e));
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  /** Closing the context stops the service: its bean says so. */
  private static void run(String[] arguments) {
    ApplicationContext context =
        ApplicationContext.builder(Application.class)
            .args(arguments)
            .propertySources(OWN_DEFAULTS)
            .banner(false)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-preprocess-stream"));
    PreprocessService service = context.getBean(PreprocessService.class);
    context.getBean(EmbeddedServer.class).start();
    service.start();
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
