package io.mindstream.standalone.cli;

import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.TopicDifference;
import io.mindstream.schemas.topic.TopicReview;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares a Kafka and a schema registry of one's own. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Creates the topics that are missing, registers every schema (BACKWARD compatible) and"
            + " compares what is there with the catalogue: partitions, record limits, clean-up,"
            + " replication. Says every difference, or mends it with --fix. Exit code 1 where"
            + " differences are left.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream topics --kafka broker:9092 --registry http://registry:8081 --partitions 12",
      "  mindstream topics --replication 3 --min-insync 2   on a cluster of three brokers or more",
      "  mindstream topics --fix                            while no run is on its way"
    })
final class TopicsCommand implements Callable<Integer> {

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "" + Topics.DEFAULT_PARTITIONS,
      description = "Partitions of the data topics (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Copies of each partition (default: the broker's).")
  private int replication;

  @Option(
      names = "--min-insync",
      paramLabel = "N",
      description = "Copies that must have a record before it is written (default: the broker's).")
  private int minInsync;

  @Option(
      names = "--fix",
      description =
          "Mend what differs and can be mended. More partitions send a run's new records elsewhere"
              + " than its old ones, so only while no run is on its way.")
  private boolean fix;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Topics topics = Topics.withPartitions(partitions);
    Replication copies = Replication.of(replication, minInsync);
    List<String> created =
        new TopicAdmin(connection.kafka(), connection.registry(), copies).prepare(topics);
    TopicReview review = new TopicReview(connection.kafka(), copies);
    List<TopicDifference> differences = review.differences(topics);
    if (fix) {
      review.mend(differences);
    }
    List<TopicDifference> left =
        differences.stream().filter(difference -> !(fix && difference.mendable())).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.print(table(topics, created, left));
    differences.forEach(difference -> out.println(sentence(difference)));
    if (fix && differences.stream().anyMatch(TopicDifference::lacksPartitions)) {
      out.println("services that run now see the new partitions when they are started again");
    }
    out.flush();
    return left.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private String sentence(TopicDifference difference) {
    String remedy = fix ? "mended" : "--fix mends it";
    return "%s: %s is %s, should be %s; %s"
        .formatted(
            difference.topic(),
            difference.setting(),
            difference.actual(),
            difference.expected(),
            difference.byHand().orElse(remedy));
  }

  private static ConsoleTable table(
      Topics topics, List<String> created, List<TopicDifference> left) {
    ConsoleTable table = new ConsoleTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT);
    table.row("topic", "partitions", "", "schema");
    for (Topic<?> topic : topics.all()) {
      table.row(
          topic.name(),
          partitions(topic, left),
          created.contains(topic.name()) ? "created" : "was there",
          topic.subject());
    }
    return table;
  }

  /** As they are. */
  private static String partitions(Topic<?> topic, List<TopicDifference> left) {
    return left.stream()
        .filter(difference -> difference.topic().equals(topic.name()))
        .filter(difference -> difference.setting().equals(TopicDifference.PARTITIONS))
        .map(TopicDifference::actual)
        .findFirst()
        .orElse(String.valueOf(topic.partitions()));
  }
}
