package io.mindstream.schemas.topic;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The step before any service runs: creates the topics that are missing and registers every schema,
 * with BACKWARD compatibility. Running it again changes nothing.
 */
public final class TopicAdmin {

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final Replication replication;

  /** An admin of one cluster and one registry; the broker says how often topics are copied. */
  public TopicAdmin(KafkaSettings kafka, SchemaRegistry registry) {
    this(kafka, registry, Replication.OF_BROKER);
  }

  /**
   * An admin of one cluster and one registry.
   *
   * @param replication of the topics that are created
   */
  public TopicAdmin(KafkaSettings kafka, SchemaRegistry registry, Replication replication) {
    this.kafka = kafka;
    this.registry = registry;
    this.replication = replication;
  }

  /**
   * Creates and registers what is missing.
   *
   * @return the names of the topics that were created
   * @throws KafkaUnavailableException where Kafka does not answer in time
   * @throws org.apache.kafka.common.KafkaException where Kafka refuses a topic
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   * @throws io.mindstream.schemas.serde.IncompatibleSchemaException where a changed schema would
   *     break readers
   */
  public List<String> prepare(Topics topics) {
    List<String> created = createMissing(topics);
    register(topics);
    return created;
  }

  /** Registers every schema, and creates no topic. */
  public void register(Topics topics) {
    for (Topic<?> topic : topics.all()) {
      // Register first: a subject must exist before some registries take a rule for it.
      registry.register(topic.subject(), SpecificData.get().getSchema(topic.type()));
      registry.requireBackwardCompatibility(topic.subject());
    }
  }

  private List<String> createMissing(Topics topics) {
    try (AdminCalls calls = new AdminCalls(kafka)) {
      Set<String> present = new HashSet<>(calls.await(calls.admin().listTopics().names()));
      List<String> created = new ArrayList<>();
      for (Topic<?> topic : topics.all()) {
        if (!present.contains(topic.name()) && create(calls, topic)) {
          created.add(topic.name());
        }
      }
      if (!created.isEmpty()) {
        // Else a service that starts now is told that they lack.
        calls.awaitKnown(() -> calls.admin().describeTopics(created).allTopicNames());
      }
      return created;
    }
  }

  /** False where another process created the topic meanwhile. */
  private boolean create(AdminCalls calls, Topic<?> topic) {
    Map<String, String> configs = new HashMap<>(topic.configs());
    configs.putAll(replication.configs());
    Optional<Short> factor =
        replication.factor().stream().mapToObj(copies -> (short) copies).findFirst();
    NewTopic spec =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), factor).configs(configs);
    try {
      calls.await(calls.admin().createTopics(List.of(spec)).all());
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }
}
