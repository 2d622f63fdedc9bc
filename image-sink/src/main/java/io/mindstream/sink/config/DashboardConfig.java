package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.schemas.serde.HttpUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the dashboard shows, properties {@code mindstream.sink.dashboard.*}.
 *
 * @param followVolumes read every volume, for live progress and the brain slice; without it
 *     progress moves once a trial
 * @param lookBack how far back the topics are read at start, so that a page is not empty after a
 *     restart
 * @param trials how many trials are kept in memory; older ones are in the object store
 * @param services services in processes of their own, as {@code NAME=URL} of their {@code /health},
 *     several with commas
 * @param hosts names, beside {@code localhost} and IP addresses, that browsers may call the server
 *     by; any other is refused
 */
@ConfigurationProperties("mindstream.sink.dashboard")
public record DashboardConfig(
    @Bindable(defaultValue = "true") boolean followVolumes,
    @Bindable(defaultValue = "1h") Duration lookBack,
    @Bindable(defaultValue = "1000") int trials,
    @Bindable(defaultValue = "") List<String> services,
    @Bindable(defaultValue = "") List<String> hosts) {

  /** Checks the numbers. */
  public DashboardConfig {
    services = services.stream().filter(service -> !service.isBlank()).toList();
    services.forEach(DashboardConfig::address);
    hosts = hosts.stream().filter(host -> !host.isBlank()).toList();
    if (trials < 1 || lookBack.isNegative()) {
      throw new IllegalArgumentException(
          "mindstream.sink.dashboard.trials must be 1 or more and .look-back not negative, got "
              + trials
              + " and "
              + lookBack);
    }
  }

  /** The URLs by the services' names. */
  public Map<String, URI> addresses() {
    Map<String, URI> addresses = new TreeMap<>();
    services.forEach(service -> addresses.put(name(service), address(service)));
    return addresses;
  }

  private static String name(String service) {
    return service.substring(0, service.indexOf('=')).strip();
  }

  private static URI address(String service) {
    int equals = service.indexOf('=');
    if (equals < 1 || !HttpUrl.isHttp(service.substring(equals + 1).strip())) {
      throw new IllegalArgumentException(
          "mindstream.sink.dashboard.services must be NAME=http://HOST:PORT/health, several with"
              + " commas, got '"
              + service
              + "'");
    }
    return URI.create(service.substring(equals + 1).strip());
  }
}
