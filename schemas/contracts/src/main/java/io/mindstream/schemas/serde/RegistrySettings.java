package io.mindstream.schemas.serde;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to reach a schema registry.
 *
 * @param url for example {@code http://localhost:8081}, or several of one registry with commas
 *     between them; {@code mock://} keeps schemas in memory, for what no other program reads
 * @param properties of Confluent's registry client: {@code basic.auth.user.info=USER:PASSWORD},
 *     {@code ssl.truststore.location=FILE}, and so on
 */
public record RegistrySettings(String url, Map<String, String> properties) {

  static final String IN_MEMORY = "mock://";

  private static final String URL = "mindstream.registry.url, or --registry,";
  private static final String CREDENTIALS = "basic.auth.user.info";
  private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
  private static final String TLS = "ssl.";
  private static final String CLIENT = "schema.registry.";

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException where it is no URL
   */
  public RegistrySettings {
    if (!url.startsWith(IN_MEMORY)) {
      List.of(url.split(",", -1)).forEach(one -> HttpUrl.require(URL, one.strip()));
    }
    properties = Map.copyOf(properties);
  }

  /** Settings with an address only. */
  public static RegistrySettings of(String url) {
    return new RegistrySettings(url, Map.of());
  }

  /** The same with a name and a password, where the name is not empty. */
  public RegistrySettings withCredentials(String user, String password) {
    if (user.isEmpty()) {
      return this;
    }
    Map<String, String> more = new HashMap<>(properties);
    more.put(CREDENTIALS, user + ":" + password);
    return new RegistrySettings(url, more);
  }

  /** The properties as the client wants them: it takes TLS's only under a prefix of its own. */
  Map<String, String> clientProperties() {
    Map<String, String> client = new HashMap<>(properties);
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(TLS)) {
            client.put(CLIENT + name, value);
          }
        });
    if (properties.containsKey(CREDENTIALS)) {
      client.putIfAbsent(CREDENTIALS_SOURCE, "USER_INFO");
    }
    return client;
  }

  /** The address without a name and password in it, for people. */
  String address() {
    return url.replaceAll("//[^/@,]*@", "//");
  }

  /** Never shows credentials. */
  @Override
  public String toString() {
    return address();
  }
}
