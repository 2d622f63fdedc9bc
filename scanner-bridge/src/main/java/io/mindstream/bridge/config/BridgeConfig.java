package io.mindstream.bridge.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.service.DataPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Properties {@code mindstream.bridge.*}: what the bridge plays when it runs as a process of its
 * own. Nothing is played where neither a source nor a simulation is named.
 *
 * @param source a folder with runs in BIDS form
 * @param simulate true plays the simulated scanner
 * @param speed 1, 10, max: how fast scanner time passes
 * @param mask mask file for the source
 * @param roiThreshold without a mask: fraction of the mean volume's 98th percentile
 * @param runs labels of the runs to play; empty for all
 * @param session BIDS session label for the published run ids
 * @param model id of the model bundle to ask for
 * @param roi id of a region that is in the topic already, to be decoded instead of the source's own
 * @param spool folder in which live runs are kept until Kafka has them; by default in the data
 *     folder
 * @param spoolLimit most that waits there, in GiB
 * @param hosts names, beside {@code localhost} and IP addresses, that the server answers to;
 *     default those of the dashboard
 * @param simulation how the simulated session is made
 */
@ConfigurationProperties("mindstream.bridge")
public record BridgeConfig(
    @Nullable Path source,
    @Bindable(defaultValue = "false") boolean simulate,
    @Bindable(defaultValue = "1") String speed,
    @Nullable Path mask,
    @Bindable(defaultValue = "" + RoiMasks.DEFAULT_FRACTION) double roiThreshold,
    @Nullable List<String> runs,
    @Nullable String session,
    @Nullable String model,
    @Nullable String roi,
    @Nullable Path spool,
    @Bindable(defaultValue = "" + SpoolSettings.DEFAULT_GIB) double spoolLimit,
    @Nullable List<String> hosts,
    Simulation simulation) {

  /** The feed that the properties ask for. */
  public Optional<Feed> feed() {
    if (source != null && simulate) {
      throw new IllegalArgumentException(
          "mindstream.bridge.source and mindstream.bridge.simulate exclude each other");
    }
    if (source != null) {
      ReplayOptions options =
          new ReplayOptions(
              Optional.ofNullable(mask), roiThreshold, runs == null ? List.of() : runs);
      return Optional.of(BidsReplay.open(source, options));
    }
    return simulate ? Optional.of(new SimulatedScanner(simulation.settings())) : Optional.empty();
  }

  /** Where live runs are kept. */
  public SpoolSettings spoolSettings() {
    return SpoolSettings.of(
        spool == null ? DataPath.standard().resolve("spool") : spool, spoolLimit);
  }

  /** How the feed is played. */
  public PlaybackOptions playback() {
    return new PlaybackOptions(
        Speed.parse(speed),
        Optional.ofNullable(session),
        Optional.ofNullable(model),
        Optional.ofNullable(roi));
  }

  /**
   * Properties {@code mindstream.bridge.simulation.*}, as in {@link SimulationSettings}.
   *
   * @param runs number of runs
   * @param trials trials a run
   * @param seed decides stimuli, timing and noise
   * @param subjectSeed decides the subject: which voxel answers to what
   * @param noise multiplies the noise; 1 is a good scanner, 4 a bad day
   * @param repetitionTime TR, seconds
   * @param volumeShape grid of a volume
   */
  @ConfigurationProperties("simulation")
  public record Simulation(
      @Bindable(defaultValue = "3") int runs,
      @Bindable(defaultValue = "8") int trials,
      @Bindable(defaultValue = "1") long seed,
      @Bindable(defaultValue = "1") long subjectSeed,
      @Bindable(defaultValue = "1") double noise,
      @Bindable(defaultValue = "1") double repetitionTime,
      @Bindable(defaultValue = "24x24x12") String volumeShape) {

    SimulationSettings settings() {
      return SimulationSettings.defaults()
          .withRuns(runs)
          .withTrials(trials)
          .withSeed(seed)
          .withSubjectSeed(subjectSeed)
          .withNoise(noise)
          .withRepetitionTime(repetitionTime)
          .withShape(VolumeShape.parse(volumeShape));
    }
  }
}
