package io.mindstream.standalone.cli;

import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares a Kafka and a schema registry of one's own. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description =
        "Creates the topics that are missing and registers every schema (BACKWARD compatible)."
            + " Running it again changes nothing.",
    footerHeading = "%nExample:%n",
    footer =
        "  mindstream topics --kafka broker:9092 --registry http://registry:8081 --partitions 12")
final class TopicsCommand implements Callable<Integer> {

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Bootstrap servers (default: ${DEFAULT-VALUE}).")
  private String kafka = "";

  @Option(
      names = "--registry",
      paramLabel = "URL",
      defaultValue = "http://localhost:8081",
      description = "Schema registry with Confluent's REST API (default: ${DEFAULT-VALUE}).")
  private String registry = "";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "" + Topics.DEFAULT_PARTITIONS,
      description = "Partitions of the data topics (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--kafka-property",
      paramLabel = "NAME=VALUE",
      description = "Any property of Kafka clients, for example security.protocol=SSL.")
  private Map<String, String> properties = new HashMap<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Topics topics = Topics.withPartitions(partitions);
    List<String> created =
        new TopicAdmin(new KafkaSettings(kafka, properties), new SchemaRegistry(registry))
            .prepare(topics);
    PrintWriter out = spec.commandLine().getOut();
    for (Topic<?> topic : topics.all()) {
      out.printf(
          "%-26s %2d partitions  %-9s %s%n",
          topic.name(),
          topic.partitions(),
          created.contains(topic.name()) ? "created" : "was there",
          topic.subject());
    }
    out.flush();
    return 0;
  }
}
