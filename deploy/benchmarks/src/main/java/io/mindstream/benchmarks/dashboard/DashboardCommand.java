package io.mindstream.benchmarks.dashboard;

import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The dashboard's server: a long history, many who watch, many pictures a second. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description =
        "The dashboard's real HTTP server beside a real object store, without Kafka: pages of a long"
            + " history, then how many bytes each of many clients gets and what the server needs while"
            + " pictures and volumes come.",
    footer = {
      "",
      "Examples:",
      "  deploy/benchmarks/run dashboard",
      "  deploy/benchmarks/run dashboard --history 500 --clients 20 --seconds 10"
    })
public final class DashboardCommand implements Callable<Integer> {

  private static final Path HOME = Path.of(System.getProperty("mindstream.benchmarks.home", "."));

  @Option(
      names = "--history",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Trials that are stored before (default: 5000).")
  private int history;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "200",
      description = "Who watches (default: 200).")
  private int clients;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10",
      description = "Pictures a second; a volume comes each second (default: 10).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "30",
      description = "How long is measured, after 5 s that are not (default: 30).")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.in(HOME.resolve("target"));
        DashboardServer server = new DashboardServer(folder.path())) {
      server.remember(history);
      new HistoryPages(server).run(history);
      new ManyWatchers(server, clients, rate, seconds).run();
    }
    return 0;
  }
}
