package io.mindstream.lab.cli;

import io.mindstream.bridge.cli.FolderOptions;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.lab.examples.RecordedVectors;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.Normalisation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
      paramLabel = "none|running",
      converter = Methods.class,
      description = "bids: as mindstream.preprocess.normalisation (default: none).")
  private Normalisation normalisation = Normalisation.NONE;

  @Option(
      names = "--steady-volumes",
      paramLabel = "N",
      defaultValue = "0",
      description = "bids: as mindstream.preprocess.steady-volumes (default: 0).")
  private int steadyVolumes;

  /** none or running: training is made by no stream. */
  static final class Methods implements ITypeConverter<Normalisation> {
    @Override
    public Normalisation convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "none" -> Normalisation.NONE;
        case "running" -> Normalisation.RUNNING;
        default -> throw new TypeConversionException("'" + text + "' is not none or running");
      };
    }
  }

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
    PreprocessConfig standard = PreprocessConfig.DEFAULT;
    return new PreprocessConfig(
        windows,
        normalisation,
        steadyVolumes,
        standard.minShare(),
        standard.waits(),
        standard.heldRecords(),
        standard.engine());
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
