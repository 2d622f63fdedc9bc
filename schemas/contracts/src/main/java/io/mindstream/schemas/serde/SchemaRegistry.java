package io.mindstream.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.jspecify.annotations.Nullable;

/**
 * A Confluent-compatible schema registry, through Confluent's own client.
 *
 * <p>Confluent publishes that client only outside Maven Central. Apache Flink publishes a copy on
 * Maven Central, with its packages renamed; this class and {@link ConfluentClient} alone name them.
 * The copy's Avro is renamed too, so schemas cross as text. The client caches what it has seen;
 * instances may be shared by threads.
 */
public final class SchemaRegistry {

  private static final String CREDENTIALS =
      "; set mindstream.registry.user and .password, or --registry-property"
          + " basic.auth.user.info=USER:PASSWORD";

  private static final String BACKWARD = "BACKWARD";

  private final RegistrySettings settings;
  private final Map<Integer, Schema> parsed = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable SchemaRegistryClient> client = new AtomicReference<>();

  /** A registry. Nothing is sent yet. */
  public SchemaRegistry(RegistrySettings settings) {
    this.settings = settings;
  }

  /**
   * A registry that asks for no credentials. Nothing is sent yet.
   *
   * @param url as {@link RegistrySettings#url}
   */
  public SchemaRegistry(String url) {
    this(RegistrySettings.of(url));
  }

  /** Where it is, for people. */
  public String address() {
    return settings.address();
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
        "register " + subject,
        client -> client.register(subject, new AvroSchema(schema.toString())));
  }

  /**
   * Makes the registry refuse schemas that cannot read the data of the subject's last one.
   *
   * @throws RegistryUnavailableException where the registry does not answer
   */
  public void requireBackwardCompatibility(String subject) {
    call("set the compatibility of " + subject, client -> setBackward(client, subject));
  }

  /**
   * Asks for the schema of an id that no registry has given yet: one that knows none of it is
   * there.
   *
   * @throws RegistryUnavailableException where the registry does not answer
   */
  public void requireAnswer() {
    try {
      byId(Integer.MAX_VALUE);
    } catch (UnknownSchemaException e) {
      // It answers.
    }
  }

  /**
   * Which changes of a subject's schema the registry lets through, in Confluent's words; empty
   * where nothing was set for the subject itself.
   *
   * @throws RegistryUnavailableException where the registry does not answer
   */
  public Optional<String> compatibility(String subject) {
    try {
      return Optional.of(
          call("tell the compatibility of " + subject, client -> client.getCompatibility(subject)));
    } catch (UnknownSchemaException e) {
      return Optional.empty();
    }
  }

  /** Apicurio refuses one of two who set it for the first time at the same moment. */
  private static String setBackward(SchemaRegistryClient client, String subject)
      throws IOException, RestClientException {
    try {
      return client.updateCompatibility(subject, BACKWARD);
    } catch (RestClientException e) {
      if (!String.valueOf(e.getMessage()).contains("already exists")) {
        throw e;
      }
      return client.updateCompatibility(subject, BACKWARD);
    }
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
    String text = call("fetch schema " + id, client -> client.getSchemaById(id).canonicalString());
    Schema schema = new Schema.Parser().parse(text);
    parsed.put(id, schema);
    return schema;
  }

  private <T> T call(String what, RegistryCall<T> call) {
    try {
      return call.run(connected());
    } catch (RestClientException e) {
      throw rejected(what, e);
    } catch (IOException e) {
      throw new RegistryUnavailableException(
          "the schema registry at "
              + settings.address()
              + " did not answer ("
              + what
              + "): "
              + e.getMessage()
              + "; start it, or set mindstream.registry.url",
          e);
    }
  }

  /** Without a lock: one thread's wait for a registry that is down must not be everyone's. */
  private SchemaRegistryClient connected() throws IOException {
    SchemaRegistryClient known = client.get();
    if (known != null) {
      return known;
    }
    SchemaRegistryClient found = ConfluentClient.connect(settings);
    SchemaRegistryClient first = client.compareAndExchange(null, found);
    return first == null ? found : first;
  }

  private RuntimeException rejected(String what, RestClientException e) {
    String message =
        "the schema registry at "
            + settings.address()
            + " refused to "
            + what
            + ": "
            + e.getMessage();
    return switch (e.getStatus()) {
      case 404 -> new UnknownSchemaException(message, e);
      case 401, 403 -> new RegistryUnavailableException(message + CREDENTIALS, e);
      case 409, 422 -> new IncompatibleSchemaException(message, e);
      default -> new RegistryUnavailableException(message, e);
    };
  }

  @FunctionalInterface
  private interface RegistryCall<T> {
    T run(SchemaRegistryClient client) throws IOException, RestClientException;
  }
}
