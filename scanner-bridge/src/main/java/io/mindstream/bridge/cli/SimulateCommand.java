package io.mindstream.bridge.cli;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Scans a simulated subject who looks at drawn pictures; to Kafka, or into a folder.",
    footer = {
      "",
      "The same options always give the same bytes.",
      "",
      "Examples:",
      "  mindstream simulate --speed 4                  plays to Kafka",
      "  mindstream simulate --out session/ --runs 10   writes a folder for replay",
      "  mindstream simulate --volume-shape 104x104x72 --tr 0.8   real volume sizes"
    })
public final class SimulateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes the session as a folder in BIDS form; nothing goes to Kafka.")
  private @Nullable Path out;

  @Option(names = "--runs", defaultValue = "3", description = "Runs (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--trials",
      defaultValue = "8",
      description = "Trials a run (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides stimuli, timing and noise (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--subject-seed",
      defaultValue = "1",
      description = "Decides the subject's brain; a model knows one (default: ${DEFAULT-VALUE}).")
  private long subjectSeed;

  @Option(
      names = "--noise",
      defaultValue = "1",
      description = "Multiplies the noise: 1, 2, 4 (default: ${DEFAULT-VALUE}).")
  private double noise;

  @Option(
      names = "--tr",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "Repetition time (default: ${DEFAULT-VALUE}).")
  private double repetitionTime;

  @Option(
      names = "--volume-shape",
      paramLabel = "XxYxZ",
      defaultValue = "24x24x12",
      converter = ShapeConverter.class,
      description = "Voxels along each axis (default: ${DEFAULT-VALUE}).")
  private VolumeShape shape = SimulationSettings.defaults().shape();

  @Option(
      names = "--stimulus-size",
      paramLabel = "PIXELS",
      defaultValue = "64",
      description = "Edge length of the pictures, 16 to 256 (default: ${DEFAULT-VALUE}).")
  private int stimulusPixels;

  @Mixin private PlayOptions play = new PlayOptions();

  /** Made by picocli. */
  public SimulateCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(
        command,
        player -> {
          SimulatedScanner scanner = new SimulatedScanner(settings());
          return out == null
              ? player.play(scanner, play.bridge(), play.playback())
              : player.write(scanner, out);
        });
  }

  private SimulationSettings settings() {
    return SimulationSettings.defaults()
        .withRuns(runs)
        .withTrials(trials)
        .withSeed(seed)
        .withSubjectSeed(subjectSeed)
        .withNoise(noise)
        .withRepetitionTime(repetitionTime)
        .withShape(shape)
        .withStimulusPixels(stimulusPixels);
  }
}
