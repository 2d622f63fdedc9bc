package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * What the dashboard shows, properties {@code mindstream.sink.dashboard.*}.
 *
 * @param followVolumes read every volume, for live progress and the brain slice; without it
 *     progress moves once a trial
 * @param lookBack how far back the topics are read at start, so that a page is not empty after a
 *     restart
 * @param trials how many trials are kept in memory; older ones are in the object store
 * @param hosts names, beside {@code localhost} and IP addresses, that browsers may call the server
 *     by; any other is refused
 */
@ConfigurationProperties("mindstream.sink.dashboard")
public record DashboardConfig(
    @Bindable(defaultValue = "true") boolean followVolumes,
    @Bindable(defaultValue = "1h") Duration lookBack,
    @Bindable(defaultValue = "120") int trials,
    @Bindable(defaultValue = "") List<String> hosts) {

  /** Checks the numbers. */
  public DashboardConfig {
    hosts = hosts.stream().filter(host -> !host.isBlank()).toList();
    if (trials < 1 || lookBack.isNegative()) {
      throw new IllegalArgumentException(
          "mindstream.sink.dashboard.trials must be 1 or more and .look-back not negative, got "
              + trials
              + " and "
              + lookBack);
    }
  }
}
