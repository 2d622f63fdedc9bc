package io.mindstream.decoder;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.decoder.kafka.DecodeService;
import java.util.Map;

/**
 * The decoder worker as a process: decodes until it is told to stop, and serves {@code /health} and
 * {@code /prometheus}. Properties are given as arguments ({@code -mindstream.decoder.bundle=DIR}),
 * environment variables ({@code MINDSTREAM_DECODER_BUNDLE}) or a file ({@code
 * -micronaut.config.files=FILE}).
 */
public final class Application {

  /** Weaker than a file, the environment and arguments. */
  private static final int DEFAULTS_ORDER = -1000;

  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private Application() {}

  /** Runs the worker; exits with 1 and one message where it cannot start. */
  public static void main(String[] args) throws InterruptedException {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "decoder-worker-logback.xml");
    }
    try {
      start(args);
    } catch (RuntimeException e) {
      System.err.println(root(e).getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  /** The context closes, and with it the service stops, when the process is told to end. */
  private static void start(String[] args) {
    ApplicationContext context =
        ApplicationContext.builder(Application.class)
            .args(args)
            .propertySources(PropertySource.of("decoder-worker", defaults(), DEFAULTS_ORDER))
            .banner(false)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "shutdown"));
    DecodeService service = context.getBean(DecodeService.class);
    context.getBean(EmbeddedServer.class).start();
    service.start();
  }

  private static Map<String, Object> defaults() {
    return Map.of(
        "micronaut.application.name",
        "decoder-worker",
        "micronaut.server.port",
        8083,
        "endpoints.health.details-visible",
        "ANONYMOUS",
        "endpoints.prometheus.sensitive",
        false);
  }

  /** The frameworks wrap what went wrong in what they were doing. */
  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }
}
