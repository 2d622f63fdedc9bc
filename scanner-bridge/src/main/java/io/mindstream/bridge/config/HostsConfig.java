package io.mindstream.bridge.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Property {@code mindstream.bridge.hosts}.
 *
 * @param hosts names, beside {@code localhost} and IP addresses, that the server answers to;
 *     default those of the dashboard
 */
@ConfigurationProperties("mindstream.bridge")
public record HostsConfig(@Nullable List<String> hosts) {}
