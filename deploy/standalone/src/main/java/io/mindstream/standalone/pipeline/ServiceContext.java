package io.mindstream.standalone.pipeline;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.mindstream.service.OpenAddress;
import java.util.HashMap;
import java.util.Map;

/** The Micronaut context with the beans of all services, configured for one another. */
final class ServiceContext {

  /** Stronger than a service's own defaults, weaker than the environment and the user's options. */
  private static final int OWN_ORDER = -500;

  /** Stronger than the environment. */
  private static final int USER_ORDER = 1000;

  /** Stronger than everything: keys of another server, in the environment, do not fit this one. */
  private static final int EMBEDDED_ORDER = 2000;

  private ServiceContext() {}

  static ApplicationContext start(
      StandaloneSettings settings, DataFolder data, ServerAddresses servers) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .banner(false)
        .propertySources(
            PropertySource.of("standalone", properties(settings, data, servers), OWN_ORDER),
            PropertySource.of("options", settings.properties(), USER_ORDER),
            PropertySource.of("embedded", embedded(servers), EMBEDDED_ORDER))
        .start();
  }

  private static Map<String, Object> properties(
      StandaloneSettings settings, DataFolder data, ServerAddresses servers) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.application.name", "mindstream");
    properties.put("micronaut.server.port", settings.ports().dashboard().number());
    properties.put("micronaut.server.host", OpenAddress.LOOPBACK);
    properties.put("endpoints.health.details-visible", "ANONYMOUS");
    properties.put("endpoints.prometheus.sensitive", false);
    properties.put("mindstream.kafka.bootstrap-servers", servers.kafka());
    properties.put("mindstream.registry.url", servers.registry());
    properties.put("mindstream.sink.s3.endpoint", servers.objectStore());
    properties.put("mindstream.preprocess.state-dir", data.streams().toString());
    properties.put("mindstream.bridge.spool", data.bridgeSpool().toString());
    properties.put("mindstream.sink.recorder.folder", data.recorder().toString());
    properties.put("mindstream.preprocess.close-timeout", "3s");
    properties.put("mindstream.decoder.stop-timeout", "3s");
    return properties;
  }

  private static Map<String, Object> embedded(ServerAddresses servers) {
    return servers
        .objectStoreKeys()
        .<Map<String, Object>>map(
            keys ->
                Map.of(
                    "mindstream.sink.s3.endpoint",
                    servers.objectStore(),
                    StandaloneSettings.ACCESS_KEY,
                    keys.access(),
                    StandaloneSettings.SECRET_KEY,
                    keys.secret()))
        .orElse(Map.of());
  }
}
