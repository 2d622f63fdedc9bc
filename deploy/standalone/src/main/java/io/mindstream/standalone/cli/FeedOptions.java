package io.mindstream.standalone.cli;

import io.mindstream.bridge.cli.FolderOptions;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a demo plays: a folder of recorded runs, or a simulated scanner. */
final class FeedOptions {

  /** A stimulus every second or so: quick enough to watch, slow enough to see. */
  private static final Speed LIVELY = new Speed(8);

  private static final DateTimeFormatter SESSION = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "Play this folder of runs in BIDS form instead of the simulated scanner.")
  private @Nullable Path source;

  @Mixin private FolderOptions chosen = new FolderOptions();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "Simulated: how many runs (default: 3). With --source: only these, by label, as 1,2,10.")
  private @Nullable String runs;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Simulated: trials a run (default: 8).")
  private @Nullable Integer trials;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Simulated: decides stimuli, timing and noise (default: 1).")
  private @Nullable Long seed;

  @Option(
      names = "--volume-shape",
      paramLabel = "XxYxZ",
      converter = Shape.class,
      description = "Simulated: voxels along each axis (default: 24x24x12; real: 104x104x72).")
  private @Nullable VolumeShape shape;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      converter = Pace.class,
      description =
          "How fast scanner time passes: 1, 10, max (default: 8; max for --source with --once).")
  private @Nullable Speed speed;

  /** The mask of the voxels to decode, where one is given. */
  Optional<Path> mask() {
    return chosen.mask();
  }

  Feed feed() {
    return source == null ? simulated() : replay(source);
  }

  /**
   * How the feed is played.
   *
   * @param once true where nobody watches
   * @param again true where the same runs may have been played before; a BIDS session label of the
   *     present time keeps them apart
   * @param roi a region that was published before, instead of the feed's own
   */
  PlaybackOptions playback(boolean once, boolean again, Optional<String> roi) {
    Speed usual = source != null && once ? Speed.MAX : LIVELY;
    Optional<String> session =
        again
            ? Optional.of(LocalDateTime.now(ZoneId.systemDefault()).format(SESSION))
            : Optional.empty();
    return new PlaybackOptions(speed == null ? usual : speed, session, Optional.empty(), roi);
  }

  private Feed replay(Path folder) {
    List<String> labels = runs == null ? List.of() : List.of(runs.split(",", -1));
    return BidsReplay.open(folder, chosen.replay(RoiMasks.DEFAULT_FRACTION, labels));
  }

  private Feed simulated() {
    SimulationSettings settings = SimulationSettings.defaults();
    settings = runs == null ? settings : settings.withRuns(number(runs));
    settings = trials == null ? settings : settings.withTrials(trials);
    settings = seed == null ? settings : settings.withSeed(seed);
    settings = shape == null ? settings : settings.withShape(shape);
    return new SimulatedScanner(settings);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--runs " + text + ": the simulated scanner takes a number of runs, such as 3", e);
    }
  }

  /** Reads --volume-shape. */
  static final class Shape implements ITypeConverter<VolumeShape> {
    @Override
    public VolumeShape convert(String value) {
      return VolumeShape.parse(value);
    }
  }

  /** Reads --speed. */
  static final class Pace implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String value) {
      return Speed.parse(value);
    }
  }
}
