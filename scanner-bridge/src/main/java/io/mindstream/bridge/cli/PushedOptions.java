package io.mindstream.bridge.cli;

import io.mindstream.bridge.net.OpenPort;
import io.mindstream.bridge.push.PushFeed;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.push.RunTemplate;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.imaging.roi.RoiMasks;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What is made of volumes that a scanner pushes, in whichever format. */
final class PushedOptions {

  @Option(
      names = "--tr",
      paramLabel = "SECONDS",
      description = "Repetition time (default: what the sender says).")
  private @Nullable Double repetitionTime;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "NIfTI mask of the voxels to decode (default: a threshold on each run's first volume).")
  private @Nullable Path mask;

  @Option(
      names = "--roi-threshold",
      paramLabel = "FRACTION",
      defaultValue = "" + RoiMasks.DEFAULT_FRACTION,
      description =
          "Without a mask: voxels that exceed this fraction of the first volume's 98th percentile"
              + " (default: ${DEFAULT-VALUE}).")
  private double roiThreshold;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "BIDS events of the first run; may come or grow during it. With {run} in the name a file"
              + " for each run (default: no trials).")
  private @Nullable Path events;

  @Option(
      names = "--end-after",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "A run ends after so long without a volume (default: ${DEFAULT-VALUE}).")
  private double endAfter;

  @Option(
      names = "--volumes",
      paramLabel = "N",
      description =
          "Volumes of each run: it ends with the last one, and is ABORTED where they stop before"
              + " (default: unknown, it ends when no more come).")
  private @Nullable Integer volumes;

  @Option(
      names = "--dummies",
      paramLabel = "N",
      defaultValue = "0",
      description = "Leave out so many volumes before volume 0 (default: ${DEFAULT-VALUE}).")
  private int dummies;

  @Option(
      names = "--roi-voxels",
      paramLabel = "N",
      description =
          "Without a mask: the first volume's N brightest voxels, for a model that takes N.")
  private @Nullable Integer roiVoxels;

  @Option(
      names = "--replace-aborted",
      description = "The run after one that broke off has its id and takes its place.")
  private boolean replaceAborted;

  @Option(names = "--once", description = "Stop after the first run.")
  private boolean once;

  @Option(
      names = "--name",
      paramLabel = "TEMPLATE",
      description =
          "Name each run after its series, such as task-{protocol}, of "
              + RunTemplate.PLACEHOLDERS
              + "; letters and digits of them are taken, and of func_task-faces_run-02 the task. Runs"
              + " of one name are counted from --run on (default: the labels below for all).")
  private @Nullable String template;

  @Mixin private RunIdOptions name = new RunIdOptions();
  @Mixin private SpoolOptions spool = new SpoolOptions();
  @Mixin private TargetOptions target = new TargetOptions();

  /**
   * A feed that is ready.
   *
   * @param address where it listens; empty where it does not
   */
  record Opened(LiveFeed feed, Optional<InetSocketAddress> address) {

    static Opened of(PushFeed feed) {
      return new Opened(feed, Optional.of(feed.address()));
    }
  }

  /** Opens a feed's port, with its options and a listener for notes. */
  @FunctionalInterface
  interface Opening {
    Opened open(PushOptions options, Consumer<String> notes);
  }

  /** Listens until Ctrl-C; the exit code. */
  int play(@Nullable CommandSpec command, Opening opening) throws InterruptedException {
    return CommandErrors.report(
        command,
        player -> {
          WatchConsole console =
              new WatchConsole(Objects.requireNonNull(command).commandLine().getErr());
          PushOptions options = options();
          Opened opened = opening.open(options, console::note);
          LiveFeed feed = opened.feed();
          opened.address().flatMap(OpenPort::warning).ifPresent(console::line);
          console.line(
              "listening for %s as %s; Ctrl-C ends the run"
                  .formatted(feed.description(), options.firstRun()));
          return player.watch(feed, target.bridge(spool.settings()), playback(player), console);
        });
  }

  /** Where all is published to, with a spool of one's own. */
  BridgeService bridge(SpoolSettings own) {
    return target.bridge(own);
  }

  /** Where volumes wait for Kafka. */
  SpoolSettings spool() {
    return spool.settings();
  }

  /** As {@link TargetOptions#live}. */
  PlaybackOptions playback(FeedPlayer player) {
    return target.live(player);
  }

  /** What is made of volumes. */
  PushOptions options() {
    return new PushOptions(
        name.runId(),
        repetitionTime == null ? OptionalDouble.empty() : OptionalDouble.of(repetitionTime),
        Optional.ofNullable(mask),
        roiThreshold,
        Optional.ofNullable(events),
        Duration.ofMillis(Math.round(endAfter * 1e3)),
        once,
        new PushOptions.Expected(optional(volumes), dummies, optional(roiVoxels), replaceAborted),
        Optional.ofNullable(template).map(RunTemplate::parse));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
