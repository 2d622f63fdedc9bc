package io.mindstream.bridge.cli;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.schemas.fmri.VolumeShape;
import picocli.CommandLine.Option;

/** What is simulated: the same for every command that simulates. */
final class SimulationOptions {

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

  SimulationSettings settings(double repetitionTimeSeconds) {
    return SimulationSettings.defaults()
        .withRuns(runs)
        .withTrials(trials)
        .withSeed(seed)
        .withSubjectSeed(subjectSeed)
        .withNoise(noise)
        .withRepetitionTime(repetitionTimeSeconds)
        .withShape(shape)
        .withStimulusPixels(stimulusPixels);
  }
}
