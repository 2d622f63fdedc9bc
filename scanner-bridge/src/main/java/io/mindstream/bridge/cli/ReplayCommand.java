package io.mindstream.bridge.cli;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.imaging.roi.RoiMasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Plays a folder of recorded runs to Kafka, as if the scanner were running.",
    footer = {
      "",
      "The folder is in BIDS form: *_bold.nii[.gz], each with an _events.tsv beside it",
      "or above it; TR from a _bold.json, else from the header; pictures named by",
      "stim_file in stimuli/; one *_mask.nii[.gz] as the region of interest, or --mask.",
      "What was taken, and from where, is said before the first volume.",
      "",
      "Examples:",
      "  mindstream replay --source study/ --speed 10",
      "  mindstream replay --source study/ --runs 1,2 --mask V1_mask.nii.gz",
      "  mindstream replay --source study/ --derivatives fmriprep",
      "  mindstream replay --source study/ --kafka broker:9092 --registry http://r:8081"
    })
public final class ReplayCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "DIR",
      description = "Folder with runs in BIDS form.")
  private @Nullable Path source;

  @Mixin private FolderOptions folder = new FolderOptions();

  @Option(
      names = "--roi-threshold",
      paramLabel = "FRACTION",
      defaultValue = "" + RoiMasks.DEFAULT_FRACTION,
      description =
          "Without a mask: voxels whose mean exceeds this fraction of the mean volume's 98th"
              + " percentile (default: ${DEFAULT-VALUE}).")
  private double roiThreshold;

  @Option(
      names = "--runs",
      split = ",",
      paramLabel = "N",
      description = "Only these runs, by their run- label: 1,2,10.")
  private List<String> runs = new ArrayList<>();

  @Mixin private PlayOptions play = new PlayOptions();

  /** Made by picocli. */
  public ReplayCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(
        command,
        player -> {
          ReplayOptions options = folder.replay(roiThreshold, runs);
          return player.play(
              BidsReplay.open(Objects.requireNonNull(source), options),
              play.bridge(),
              play.playback());
        });
  }
}
