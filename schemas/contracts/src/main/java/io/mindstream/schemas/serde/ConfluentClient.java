package io.mindstream.schemas.serde;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Finds where a registry speaks Confluent's protocol: at its address, or where Apicurio does. */
final class ConfluentClient {

  /** The path of Confluent's protocol in Apicurio Registry, such as the embedded one. */
  private static final String APICURIO = "/apis/ccompat/v7";

  private static final int CACHED_SCHEMAS = 1000;
  private static final int NOT_FOUND = 404;

  private ConfluentClient() {}

  /**
   * A client whose address has been tried.
   *
   * @throws IOException where the registry does not answer
   */
  static SchemaRegistryClient connect(RegistrySettings settings) throws IOException {
    if (settings.url().startsWith(RegistrySettings.IN_MEMORY)) {
      return new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()));
    }
    SchemaRegistryClient given = client(settings, "");
    if (!isMissing(given)) {
      return given;
    }
    SchemaRegistryClient apicurio = client(settings, APICURIO);
    return isMissing(apicurio) ? given : apicurio;
  }

  private static SchemaRegistryClient client(RegistrySettings settings, String path) {
    String urls =
        Stream.of(settings.url().split(",", -1))
            .map(url -> url.strip().replaceFirst("/+$", "") + path)
            .collect(Collectors.joining(","));
    return new CachedSchemaRegistryClient(urls, CACHED_SCHEMAS, settings.clientProperties());
  }

  /** False also where the question is refused: then something is there. */
  private static boolean isMissing(SchemaRegistryClient client) throws IOException {
    try {
      client.getAllSubjects();
      return false;
    } catch (RestClientException e) {
      return e.getStatus() == NOT_FOUND;
    }
  }
}
