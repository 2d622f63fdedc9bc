package io.mindstream.schemas.topic;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The step before any service runs: creates the topics that are missing and registers every schema,
 * with BACKWARD compatibility. Running it again changes nothing.
 */
public final class TopicAdmin {

  private static final long TIMEOUT_SECONDS = 30;

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;

  /** An admin of one cluster and one registry. */
  public TopicAdmin(KafkaSettings kafka, SchemaRegistry registry) {
    this.kafka = kafka;
    this.registry = registry;
  }

  /**
   * Creates and registers what is missing.
   *
   * @return the names of the topics that were created
   * @throws KafkaUnavailableException where Kafka does not answer in time
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   * @throws io.mindstream.schemas.serde.IncompatibleSchemaException where a changed schema would
   *     break readers
   */
  public List<String> prepare(Topics topics) {
    List<String> created = createMissing(topics);
    for (Topic<?> topic : topics.all()) {
      // Register first: a subject must exist before some registries take a rule for it.
      registry.register(topic.subject(), SpecificData.get().getSchema(topic.type()));
      registry.requireBackwardCompatibility(topic.subject());
    }
    return created;
  }

  private List<String> createMissing(Topics topics) {
    Admin admin = Admin.create(new ClientProperties(kafka).admin());
    try {
      Set<String> present =
          new HashSet<>(admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
      List<String> created = new ArrayList<>();
      for (Topic<?> topic : topics.all()) {
        if (!present.contains(topic.name()) && create(admin, topic)) {
          created.add(topic.name());
        }
      }
      return created;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaUnavailableException("interrupted while topics were created", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaUnavailableException(
          "Kafka at "
              + kafka.bootstrapServers()
              + " did not answer within "
              + TIMEOUT_SECONDS
              + " s; start it, or set mindstream.kafka.bootstrap-servers",
          e);
    } finally {
      admin.close(Duration.ZERO); // Else it waits another half minute for a broker that is away.
    }
  }

  /** False where another process created the topic meanwhile. */
  private static boolean create(Admin admin, Topic<?> topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    NewTopic spec =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
            .configs(topic.configs());
    try {
      admin.createTopics(List.of(spec)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }
}
