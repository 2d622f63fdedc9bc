package io.mindstream.storage;

import java.util.Optional;
import java.util.function.Function;

/**
 * Reads {@code mindstream.sink.s3.*} for a service that only reads what the sink stored, so that
 * both share one set of names.
 */
public final class StoreProperties {

  /** Names the server; without it there is no store. */
  public static final String ENDPOINT = "mindstream.sink.s3.endpoint";

  private static final String PREFIX = "mindstream.sink.s3.";

  private StoreProperties() {}

  /**
   * The settings.
   *
   * @param property a property's value by its full name
   * @return empty where no endpoint is named: then this service has no store
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public static Optional<StoreSettings> read(Function<String, Optional<String>> property) {
    Function<String, Optional<String>> own = name -> property.apply(PREFIX + name);
    return own.apply("endpoint")
        .map(
            endpoint ->
                new StoreSettings(
                    endpoint,
                    own.apply("region").orElse("us-east-1"),
                    own.apply("bucket").orElse("mindstream"),
                    own.apply("prefix").orElse(""),
                    own.apply("access-key").orElse(""),
                    own.apply("secret-key").orElse(""),
                    own.apply("path-style").map(Boolean::parseBoolean).orElse(true),
                    own.apply("encryption").orElse(""),
                    own.apply("attempts").map(Integer::parseInt).orElse(3)));
  }
}
