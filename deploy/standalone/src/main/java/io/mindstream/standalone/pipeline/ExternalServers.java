package io.mindstream.standalone.pipeline;

import java.util.Optional;

/**
 * Servers that run elsewhere; the embedded one does not start where an address is given.
 *
 * @param kafka bootstrap servers, host:port list
 * @param registry base URL of a Confluent-compatible schema registry
 * @param s3Endpoint URL of an S3-compatible server
 */
public record ExternalServers(
    Optional<String> kafka, Optional<String> registry, Optional<String> s3Endpoint) {

  /** Everything is embedded. */
  public static final ExternalServers NONE =
      new ExternalServers(Optional.empty(), Optional.empty(), Optional.empty());
}
