package io.mindstream.bridge.cli;

import io.mindstream.bridge.recorded.RecordedFeed;
import io.mindstream.bridge.recorded.RecordedOptions;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import io.mindstream.storage.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Plays a folder of runs, or a run that the pipeline recorded, to Kafka, as if the scanner"
            + " were running.",
    footer = {
      "",
      "The folder is in BIDS form: *_bold.nii[.gz], each with an _events.tsv beside it",
      "or above it; TR from a _bold.json, else from the header; pictures named by",
      "stim_file in stimuli/; one *_mask.nii[.gz] as the region of interest, or --mask.",
      "What was taken, and from where, is said before the first volume.",
      "",
      "A recorded run comes from the object store, also after the topics have forgotten",
      "it, with the spacing of the scanner; the same model makes the same pictures again.",
      "With the folder of a bundle as --model a worker of its own decodes it here, beside",
      "the pipeline's; set it by MINDSTREAM_DECODER_STEPS, _SAMPLES and so on.",
      "",
      "Examples:",
      "  mindstream replay --source study/ --speed 10",
      "  mindstream replay --source study/ --runs 1,2 --mask V1_mask.nii.gz",
      "  mindstream replay --source study/ --derivatives fmriprep",
      "  mindstream replay --source study/ --kafka broker:9092 --registry http://r:8081",
      "  mindstream sessions                          lists what is recorded",
      "  mindstream replay --run sub-01_task-viewing_run-03 --speed max",
      "  mindstream replay --run sub-01_task-viewing_run-03 --from-trial 5 --as run-04",
      "  mindstream replay --run sub-01_task-viewing_run-03 --model other-bundle/"
    })
public final class ReplayCommand implements Callable<Integer> {

  private final BundleDecoding decoding;

  @Spec private @Nullable CommandSpec command;

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  @Mixin private FolderOptions folder = new FolderOptions();

  @Option(
      names = "--roi-threshold",
      paramLabel = "FRACTION",
      defaultValue = "" + RoiMasks.DEFAULT_FRACTION,
      description =
          "Folder: without a mask, voxels whose mean exceeds this fraction of the mean volume's 98th"
              + " percentile (default: ${DEFAULT-VALUE}).")
  private double roiThreshold;

  @Option(
      names = "--runs",
      split = ",",
      paramLabel = "N",
      description = "Folder: only these runs, by their run- label: 1,2,10.")
  private List<String> runs = new ArrayList<>();

  @Mixin private RunReplayOptions recorded = new RunReplayOptions();

  @Mixin private PlayOptions play = new PlayOptions();

  /** A folder, or a recording. */
  static final class From {
    @Option(names = "--source", paramLabel = "DIR", description = "Folder with runs in BIDS form.")
    private @Nullable Path source;

    @Option(
        names = "--run",
        paramLabel = "RUN",
        description = "A recorded run: sub-01_ses-02_task-viewing_run-03.")
    private @Nullable String run;
  }

  /** Made by picocli: names models by their ids alone. */
  public ReplayCommand() {
    this(BundleDecoding.NONE);
  }

  /** A command that can decode with a bundle of one's own. */
  public ReplayCommand(BundleDecoding decoding) {
    this.decoding = decoding;
  }

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(
        command, player -> from.run == null ? folder(player) : recording(player, from.run));
  }

  private int folder(FeedPlayer player) throws InterruptedException {
    ReplayOptions options = folder.replay(roiThreshold, runs);
    return player.play(
        BidsReplay.open(Objects.requireNonNull(from.source), options),
        play.bridge(),
        play.playback(player));
  }

  private int recording(FeedPlayer player, String name) throws InterruptedException {
    RunId run = RunId.parse(name);
    Optional<String> bundle = play.target().model().flatMap(decoding::idOf);
    try (ObjectStore store = recorded.store()) {
      RecordedOptions options = recorded.recorded(run, store, bundle);
      RecordedFeed feed = RecordedFeed.open(store, Topics.standard(), options);
      PlaybackOptions asked = play.playback(player);
      PlaybackOptions playback =
          new PlaybackOptions(
              asked.speed(),
              asked.session(),
              bundle.or(asked::modelId).or(feed::modelId),
              asked.roiId());
      String published = playback.rename(options.name()).toString();
      player.note("published as " + published);
      return bundle.isEmpty()
          ? player.play(feed, play.bridge(), playback)
          : decoded(player, feed, playback, published);
    }
  }

  private int decoded(
      FeedPlayer player, RecordedFeed feed, PlaybackOptions playback, String published)
      throws InterruptedException {
    ConnectionOptions connection = play.target().connection();
    BundleDecoding.Job job =
        new BundleDecoding.Job(
            play.target().model().orElseThrow(),
            published,
            connection.kafka(),
            connection.registry(),
            player::note);
    try (BundleDecoding.Work work = decoding.begin(job)) {
      int code = player.play(feed, play.bridge(), playback);
      return work.finish() ? code : ExitCode.SOFTWARE;
    }
  }
}
