package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.UUID;

/**
 * How the sink consumes, properties {@code mindstream.sink.*}.
 *
 * @param groupId the consumer group that all sinks of a cluster share
 * @param instanceId names this sink; no two that run at the same time may share it. Default: a
 *     random name
 */
@ConfigurationProperties("mindstream.sink")
public record SinkConfig(
    @Bindable(defaultValue = "mindstream-sink") String groupId,
    @Bindable(defaultValue = "") String instanceId) {

  /** Checks the group and fills in the name. */
  public SinkConfig {
    if (groupId.isBlank()) {
      throw new IllegalArgumentException("mindstream.sink.group-id must not be empty");
    }
    instanceId = instanceId.isBlank() ? UUID.randomUUID().toString() : instanceId;
  }
}
