package io.mindstream.sink;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.sink.kafka.SinkService;
import java.util.Map;

/**
 * The image sink as a process: stores pictures and serves the dashboard at {@code /}, {@code
 * /health} and {@code /prometheus} until it is told to stop. Properties are given as arguments
 * ({@code -mindstream.sink.s3.bucket=NAME}), environment variables ({@code
 * MINDSTREAM_SINK_S3_BUCKET}) or a file ({@code -micronaut.config.files=FILE}).
 */
public final class Application {

  /** Weaker than a file, the environment and arguments. */
  private static final int DEFAULTS_ORDER = -1000;

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "micronaut.application.name",
          "image-sink",
          "micronaut.server.port",
          8080,
          "endpoints.health.details-visible",
          "ANONYMOUS",
          "endpoints.prometheus.sensitive",
          false);

  private Application() {}

  /** Runs the sink; exits with 1 and one message where it cannot start. */
  public static void main(String[] args) throws InterruptedException {
    try {
      start(args);
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private static void start(String[] args) {
    ApplicationContext context =
        ApplicationContext.builder(Application.class)
            .args(args)
            .propertySources(PropertySource.of("image-sink", DEFAULTS, DEFAULTS_ORDER))
            .banner(false)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "shutdown"));
    context.getBean(EmbeddedServer.class).start();
    context.getBean(SinkService.class).start();
  }
}
