package io.mindstream.standalone.doctor;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.KafkaUnavailableException;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicDifference;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.TopicReview;
import io.mindstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka with its topics, and the schema registry. */
public final class Servers {

  private static final String OWN =
      "; demo and standalone start their own, everything else needs one";

  private static final Set<String> STRICT =
      Set.of("BACKWARD", "BACKWARD_TRANSITIVE", "FULL", "FULL_TRANSITIVE");

  private Servers() {}

  /** What was found; asks nothing of a server that does not listen. */
  public static List<Finding> look(KafkaSettings kafka, SchemaRegistry registry) {
    List<Finding> findings = new ArrayList<>();
    String address = kafka.bootstrapServers().split(",", -1)[0];
    if (Door.answers(address)) {
      findings.add(Finding.ok("Kafka", "answers at " + address));
      findings.addAll(topics(kafka));
    } else {
      findings.add(Finding.note("Kafka", "nothing listens at " + address + OWN));
    }
    Finding found = registry(registry);
    findings.add(found);
    if (found.level() == Finding.Level.OK) {
      findings.add(compatibility(registry));
    }
    return findings;
  }

  private static List<Finding> topics(KafkaSettings kafka) {
    try {
      TopicPresence.require(kafka, Topics.standard());
      List<TopicDifference> differences =
          new TopicReview(kafka, Replication.of(0, 0)).differences(Topics.standard());
      return differences.isEmpty()
          ? List.of(Finding.ok("topics", "as in the catalogue"))
          : differences.stream().map(Servers::difference).toList();
    } catch (KafkaUnavailableException | UnknownTopicOrPartitionException e) {
      return List.of(Finding.bad("topics", String.valueOf(e.getMessage())));
    }
  }

  private static Finding difference(TopicDifference difference) {
    return Finding.bad(
        "topics",
        "%s: %s is %s, should be %s; mindstream topics makes and --fix mends them"
            .formatted(
                difference.topic(),
                difference.setting(),
                difference.actual(),
                difference.expected()));
  }

  /** Without it a program of another version could write what the others cannot read. */
  private static Finding compatibility(SchemaRegistry registry) {
    List<String> open =
        Topics.standard().all().stream()
            .map(Topic::subject)
            .filter(
                subject -> !registry.compatibility(subject).filter(STRICT::contains).isPresent())
            .toList();
    return open.isEmpty()
        ? Finding.ok("schemas", "each subject refuses what its readers could not read")
        : Finding.bad(
            "schemas",
            "compatibility is not set for "
                + String.join(", ", open)
                + "; mindstream topics registers them and sets it");
  }

  private static Finding registry(SchemaRegistry registry) {
    try {
      registry.requireAnswer();
      return Finding.ok("registry", "answers");
    } catch (RegistryUnavailableException e) {
      return Finding.note("registry", e.getMessage() + OWN);
    }
  }
}
