package io.mindstream.service;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Shows each service under {@code /health}: UP only while it runs. */
@EachBean(PipelineService.class)
final class ServiceHealthIndicator implements HealthIndicator {

  private final PipelineService service;

  ServiceHealthIndicator(PipelineService service) {
    this.service = service;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(this::result);
  }

  private HealthResult result() {
    ServiceHealth health = service.health();
    return HealthResult.builder(service.name(), health.up() ? HealthStatus.UP : HealthStatus.DOWN)
        .details(Map.of("state", health.describe()))
        .build();
  }
}
