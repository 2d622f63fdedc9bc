package io.mindstream.lab.cli;

import io.mindstream.bridge.cli.FolderOptions;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.lab.examples.RecordedVectors;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.Revisions;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.WindowMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the pipeline's vectors of a folder are made; the defaults are the pipeline's. */
final class BidsVectorOptions {

  @Mixin private FolderOptions chosen = new FolderOptions();

  @Option(
      names = "--roi-threshold",
      paramLabel = "FRACTION",
      defaultValue = "" + RoiMasks.DEFAULT_FRACTION,
      description =
          "bids, without a mask: voxels whose mean exceeds this fraction of the mean volume's 98th"
              + " percentile (default: ${DEFAULT-VALUE}).")
  private double roiThreshold = RoiMasks.DEFAULT_FRACTION;

  @Option(
      names = "--runs",
      split = ",",
      paramLabel = "N",
      description = "bids: only these runs, by their run- label: 1,2,10.")
  private List<String> runs = List.of();

  @Option(
      names = "--delay",
      paramLabel = "S",
      defaultValue = "5",
      description =
          "bids: seconds from an event's onset to its window (default: ${DEFAULT-VALUE}).")
  private double delaySeconds = 5;

  @Option(
      names = "--window-length",
      paramLabel = "S",
      description = "bids: seconds of a window (default: the event's duration).")
  private @Nullable Double windowSeconds;

  @Option(
      names = "--normalisation",
      paramLabel = "none|running|percent",
      defaultValue = "none",
      description = "bids: as mindstream.preprocess.normalisation (default: ${DEFAULT-VALUE}).")
  private String normalisation = "none";

  @Option(
      names = "--steady-volumes",
      paramLabel = "N",
      defaultValue = "0",
      description = "bids: as mindstream.preprocess.steady-volumes (default: 0).")
  private int steadyVolumes;

  @Option(
      names = "--answer-delay",
      paramLabel = "S",
      defaultValue = "0",
      description =
          "bids: seconds from the window's end to the answer, as the last of"
              + " mindstream.preprocess.revisions (default: ${DEFAULT-VALUE}).")
  private double answerDelaySeconds;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * Opens the runs that are chosen.
   *
   * @throws io.mindstream.imaging.bids.BidsException where no run can be used
   */
  BidsReplay open(Path folder) {
    return BidsReplay.open(folder, chosen.replay(roiThreshold, runs));
  }

  /** Makes the vectors of all its trials. */
  RecordedVectors vectors(BidsReplay replay) {
    WindowMode.PerEvent windows =
        new WindowMode.PerEvent(
            seconds(delaySeconds),
            Optional.ofNullable(windowSeconds).map(BidsVectorOptions::seconds));
    return RecordedVectors.of(replay, windows, config(windows));
  }

  private PreprocessConfig config(WindowMode.PerEvent windows) {
    try {
      return PreprocessConfig.DEFAULT
          .with(windows, VectorMethod.of(normalisation, steadyVolumes))
          .with(new Revisions(List.of(seconds(answerDelaySeconds))));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
