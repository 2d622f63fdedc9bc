package io.mindstream.standalone.cli;

import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "" + Topics.DEFAULT_PARTITIONS,
      description = "Partitions of the data topics (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Topics topics = Topics.withPartitions(partitions);
    List<String> created =
        new TopicAdmin(connection.kafka(), connection.registry()).prepare(topics);
    PrintWriter out = spec.commandLine().getOut();
    out.print(table(topics, created));
    out.flush();
    return 0;
  }

  private static ConsoleTable table(Topics topics, List<String> created) {
    ConsoleTable table = new ConsoleTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT);
    table.row("topic", "partitions", "", "schema");
    for (Topic<?> topic : topics.all()) {
      table.row(
          topic.name(),
          String.valueOf(topic.partitions()),
          created.contains(topic.name()) ? "created" : "was there",
          topic.subject());
    }
    return table;
  }
}
