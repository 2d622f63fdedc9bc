package io.mindstream.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.FollowFrom;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.TopicFollower;
import io.mindstream.service.cli.ConnectionOptions;
import io.mindstream.standalone.tail.FlowLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what flows over the topics. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows what flows over the topics, a line a record, until Ctrl-C: time of acquisition,"
            + " topic, key, size, and what the record says. Reads beside the services and leaves no"
            + " trace in Kafka.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream tail                                       everything, from now on",
      "  mindstream tail --topic decoder.images --since 600    the pictures of the last 10 minutes",
      "  mindstream tail --run sub-01_task-viewing_run-03 --since 86400",
      "  mindstream tail --json --count 10                     ten records, for a program"
    })
final class TailCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(500);

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description = "Only this topic; may be given several times (default: all of the pipeline's).")
  private List<String> names = new ArrayList<>();

  @Option(names = "--run", paramLabel = "RUN", description = "Only records of this run.")
  private String run = "";

  @Option(
      names = "--since",
      paramLabel = "S",
      description = "Begin so many seconds ago, by the records' times (default: now).")
  private long since;

  @Option(names = "--count", paramLabel = "N", description = "End after so many records.")
  private long count;

  @Option(names = "--json", description = "A JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final ObjectMapper mapper = new ObjectMapper();
  private final CountDownLatch done = new CountDownLatch(1);
  private long shown;

  @Override
  public Integer call() throws InterruptedException {
    Topics topics = Topics.standard();
    TopicPresence.require(connection.kafka(), topics);
    FlowLine lines = new FlowLine(topics, connection.registry(), ZoneId.systemDefault());
    TopicFollower follower =
        new TopicFollower(
            "tail", connection.kafka(), chosen(topics), from(), record -> show(record, lines));
    follower.start();
    try {
      while (!done.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (follower.health() instanceof ServiceHealth.Failed failed) {
          throw new IllegalStateException(failed.reason());
        }
      }
    } finally {
      follower.stop();
    }
    return ExitCode.OK;
  }

  private FollowFrom from() {
    return since == 0
        ? FollowFrom.now()
        : FollowFrom.since(Instant.now().minusSeconds(since), Set.of());
  }

  private List<String> chosen(Topics topics) {
    List<String> all = topics.all().stream().map(Topic::name).toList();
    for (String name : names) {
      if (!all.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "there is no topic '" + name + "'; these are: " + all);
      }
    }
    return names.isEmpty() ? all : List.copyOf(names);
  }

  private void show(ConsumerRecord<String, byte[]> record, FlowLine lines) {
    if (done.getCount() == 0 || !ofRun(record.key())) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(lines, record) : lines.of(record));
    out.flush();
    if (++shown == count) {
      done.countDown();
    }
  }

  /** A key is the run's id, or that and the trial. */
  private boolean ofRun(String key) {
    return run.isEmpty() || (key != null && (key.equals(run) || key.startsWith(run + "/")));
  }

  private String json(FlowLine lines, ConsumerRecord<String, byte[]> record) {
    try {
      return mapper.writeValueAsString(lines.fields(record));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
