package io.mindstream.standalone.pipeline;

import io.mindstream.schemas.serde.HttpUrl;
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

  /**
   * Checks the URLs.
   *
   * @throws IllegalArgumentException naming the option that is wrong
   */
  public ExternalServers {
    registry.ifPresent(url -> HttpUrl.require("--registry", url));
    s3Endpoint.ifPresent(url -> HttpUrl.require("--s3-endpoint", url));
  }

  /** Everything is embedded. */
  public static final ExternalServers NONE =
      new ExternalServers(Optional.empty(), Optional.empty(), Optional.empty());
}
