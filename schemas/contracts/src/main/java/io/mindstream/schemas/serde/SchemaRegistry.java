package io.mindstream.schemas.serde;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * A Confluent-compatible schema registry, through Confluent's own client.
 *
 * <p>Confluent publishes that client only outside Maven Central. Apache Flink publishes a copy on
 * Maven Central, with its packages renamed; this is the one class that names them. The copy's Avro
 * is renamed too, so schemas cross as text. The client caches what it has seen; instances may be
 * shared by threads.
 */
public final class SchemaRegistry {

  private static final String IN_MEMORY = "mock://";
  private static final int CACHED_SCHEMAS = 1000;

  private final String url;
  private final SchemaRegistryClient client;
  private final Map<Integer, Schema> parsed = new ConcurrentHashMap<>();

  /**
   * A registry at the given address. Nothing is sent yet.
   *
   * @param url for example {@code http://localhost:8081}, with the path that the server puts before
   *     {@code /subjects}; {@code mock://} keeps schemas in this object alone, for tests of pure
   *     logic
   */
  public SchemaRegistry(String url) {
    this.url = url;
    this.client =
        url.startsWith(IN_MEMORY)
            ? new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()))
            : new CachedSchemaRegistryClient(url, CACHED_SCHEMAS);
  }

  /**
   * Registers a schema, or finds it where it is registered already.
   *
   * @return the schema's id in this registry
   * @throws IncompatibleSchemaException where readers of the subject's last schema could not read
   *     this one
   * @throws RegistryUnavailableException where the registry does not answer
   */
  public int register(String subject, Schema schema) {
    return call(
        "register " + subject, () -> client.register(subject, new AvroSchema(schema.toString())));
  }

  /**
   * Makes the registry refuse schemas that cannot read the data of the subject's last one.
   *
   * @throws RegistryUnavailableException where the registry does not answer
   */
  public void requireBackwardCompatibility(String subject) {
    call(
        "set the compatibility of " + subject,
        () -> client.updateCompatibility(subject, "BACKWARD"));
  }

  /**
   * The schema with an id.
   *
   * @throws UnknownSchemaException where the registry has none
   * @throws RegistryUnavailableException where the registry does not answer
   */
  public Schema byId(int id) {
    Schema known = parsed.get(id);
    if (known != null) {
      return known;
    }
    String text = call("fetch schema " + id, () -> client.getSchemaById(id).canonicalString());
    Schema schema = new Schema.Parser().parse(text);
    parsed.put(id, schema);
    return schema;
  }

  private <T> T call(String what, RegistryCall<T> call) {
    try {
      return call.run();
    } catch (RestClientException e) {
      throw rejected(what, e);
    } catch (IOException e) {
      throw new RegistryUnavailableException(
          "the schema registry at "
              + url
              + " did not answer ("
              + what
              + "): "
              + e.getMessage()
              + "; start it, or set mindstream.registry.url",
          e);
    }
  }

  private RuntimeException rejected(String what, RestClientException e) {
    String message =
        "the schema registry at " + url + " refused to " + what + ": " + e.getMessage();
    return switch (e.getStatus()) {
      case 404 -> new UnknownSchemaException(message, e);
      case 409, 422 -> new IncompatibleSchemaException(message, e);
      default -> new RegistryUnavailableException(message, e);
    };
  }

  @FunctionalInterface
  private interface RegistryCall<T> {
    T run() throws IOException, RestClientException;
  }
}
