package io.mindstream.standalone.pipeline;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.Map;

/** The Micronaut context with the beans of all services, configured for one another. */
final class ServiceContext {

  /** Stronger than a service's own defaults, weaker than the environment and the user's options. */
  private static final int OWN_ORDER = -500;

  /** Stronger than everything. */
  private static final int USER_ORDER = 1000;

  private ServiceContext() {}

  static ApplicationContext start(
      StandaloneSettings settings, DataFolder data, ServerAddresses servers) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .banner(false)
        .propertySources(
            PropertySource.of("standalone", properties(settings, data, servers), OWN_ORDER),
            PropertySource.of("options", settings.properties(), USER_ORDER))
        .start();
  }

  private static Map<String, Object> properties(
      StandaloneSettings settings, DataFolder data, ServerAddresses servers) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.application.name", "mindstream");
    properties.put("micronaut.server.port", settings.ports().dashboard().number());
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("endpoints.health.details-visible", "ANONYMOUS");
    properties.put("endpoints.prometheus.sensitive", false);
    properties.put("mindstream.kafka.bootstrap-servers", servers.kafka());
    properties.put("mindstream.registry.url", servers.registry());
    properties.put("mindstream.sink.s3.endpoint", servers.objectStore());
    if (settings.external().s3Endpoint().isEmpty()) {
      // The embedded server takes any; another one's come from the environment or the options.
      properties.put("mindstream.sink.s3.access-key", "local");
      properties.put("mindstream.sink.s3.secret-key", "local");
    }
    properties.put("mindstream.preprocess.state-dir", data.streams().toString());
    properties.put("mindstream.preprocess.close-timeout", "3s");
    properties.put("mindstream.decoder.stop-timeout", "3s");
    return properties;
  }
}
