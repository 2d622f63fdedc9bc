package io.mindstream.bridge.cli;

import io.mindstream.bridge.watch.FolderFeed;
import io.mindstream.bridge.watch.WatchOptions;
import io.mindstream.imaging.roi.RoiMasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream watch}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Publishes volumes while a scanner writes them into a folder, one file a volume.",
    footer = {
      "",
      "Volumes are *.nii or *.nii.gz of three dimensions; the last number in the",
      "name counts them (vol_0001.nii, vol_0002.nii). A file is taken once it is",
      "whole; *.part, *.tmp and hidden files are left alone. A lost volume leaves",
      "a hole, a late one is published late. Ctrl-C ends the run properly. A",
      "series of four dimensions is played by mindstream replay.",
      "",
      "Events are rows of a BIDS table (onset and duration in seconds from the",
      "first volume, trial_type, stim_file), each ended by a line end; a stimulus",
      "program may append to it during the run.",
      "",
      "Kafka may be away during a run: all waits in the spool until it is back. A",
      "watch that was killed and is started again within minutes, for the same",
      "folder, goes on with its run, unless --run names another.",
      "",
      "Examples:",
      "  mindstream watch --source /export/realtime --tr 2",
      "  mindstream watch --source incoming --mask V1_mask.nii.gz --events run3.tsv",
      "  mindstream watch --source incoming --subject 01 --task viewing --run 03",
      "  mindstream watch --source incoming --new-only --kafka broker:9092"
    })
public final class WatchCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "DIR",
      description = "Folder in which the volumes appear.")
  private @Nullable Path source;

  @Option(
      names = "--tr",
      paramLabel = "SECONDS",
      description = "Repetition time (default: the first volume's header).")
  private @Nullable Double repetitionTime;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "NIfTI mask of the voxels to decode (default: the folder's *_mask.nii[.gz], else a"
              + " threshold on the first volume).")
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
      description = "BIDS events of the run; may come or grow during it (default: no trials).")
  private @Nullable Path events;

  @Option(
      names = "--end-after",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "The run ends after so long without a volume (default: ${DEFAULT-VALUE}).")
  private double endAfter;

  @Option(names = "--new-only", description = "Leave out the files that are there already.")
  private boolean newOnly;

  @Mixin private RunIdOptions name = new RunIdOptions();
  @Mixin private SpoolOptions spool = new SpoolOptions();
  @Mixin private TargetOptions target = new TargetOptions();

  /** Made by picocli. */
  public WatchCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(
        command,
        player -> {
          WatchConsole console =
              new WatchConsole(Objects.requireNonNull(command).commandLine().getErr());
          WatchOptions options = options();
          FolderFeed feed = FolderFeed.open(options, console::note);
          console.line("watching %s as %s; Ctrl-C ends the run".formatted(source, options.runId()));
          return player.watch(feed, target.bridge(spool.settings()), target.live(player), console);
        });
  }

  private WatchOptions options() {
    return new WatchOptions(
        Objects.requireNonNull(source),
        name.runId(),
        repetitionTime == null ? OptionalDouble.empty() : OptionalDouble.of(repetitionTime),
        Optional.ofNullable(mask),
        roiThreshold,
        Optional.ofNullable(events),
        Duration.ofMillis(Math.round(endAfter * 1e3)),
        newOnly,
        name.given());
  }
}
