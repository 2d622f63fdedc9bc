package io.mindstream.bridge.simulation;

import io.mindstream.schemas.fmri.VolumeShape;
import java.util.function.Consumer;

/**
 * A simulated session. Two sessions with the same settings have the same bytes.
 *
 * @param runs number of runs
 * @param trials trials a run
 * @param seed decides stimuli, timing and noise
 * @param subjectSeed decides the subject: which voxel answers to what. A model is trained for one
 *     subject
 * @param noise multiplies the noise; 1 is a good scanner, 4 a bad day
 * @param repetitionTimeSeconds TR
 * @param shape grid of a volume
 * @param voxels visual voxels: the size of the ROI
 * @param stimulusSeconds how long each stimulus is shown
 * @param minimumGapSeconds shortest rest between two stimuli
 * @param maximumGapSeconds longest rest between two stimuli
 * @param stimulusPixels edge length of the pictures in the events
 */
public record SimulationSettings(
    int runs,
    int trials,
    long seed,
    long subjectSeed,
    double noise,
    double repetitionTimeSeconds,
    VolumeShape shape,
    int voxels,
    double stimulusSeconds,
    double minimumGapSeconds,
    double maximumGapSeconds,
    int stimulusPixels) {

  private static final int MAX_PIXELS = 256;

  /** Checks every number. */
  public SimulationSettings {
    require(runs >= 1 && runs <= 999, "runs must be 1 to 999", runs);
    require(trials >= 1 && trials <= 9999, "trials must be 1 to 9999", trials);
    require(subjectSeed >= 0, "the subject seed must be 0 or more", subjectSeed);
    require(noise >= 0 && noise <= 100, "noise must be 0 to 100", noise);
    require(
        repetitionTimeSeconds >= 0.05 && repetitionTimeSeconds <= stimulusSeconds,
        "TR must be at least 0.05 s and not longer than a stimulus",
        repetitionTimeSeconds);
    require(voxels >= 1, "at least one visual voxel is needed", voxels);
    require(
        minimumGapSeconds >= 0 && maximumGapSeconds >= minimumGapSeconds,
        "the longest gap must not be shorter than the shortest",
        maximumGapSeconds);
    require(
        stimulusPixels >= 16 && stimulusPixels <= MAX_PIXELS,
        "stimulus pictures have 16 to 256 pixels",
        stimulusPixels);
  }

  /** Three runs of eight trials, TR 1 s: five minutes of scanner time. */
  public static SimulationSettings defaults() {
    return new SimulationSettings(
        3, 8, 1, 1, 1.0, 1.0, new VolumeShape(24, 24, 12), 512, 4.0, 4.0, 7.0, 64);
  }

  /** With another number of runs. */
  public SimulationSettings withRuns(int number) {
    return with(draft -> draft.runs = number);
  }

  /** With another number of trials a run. */
  public SimulationSettings withTrials(int number) {
    return with(draft -> draft.trials = number);
  }

  /** With other stimuli, timing and noise. */
  public SimulationSettings withSeed(long number) {
    return with(draft -> draft.seed = number);
  }

  /** With another subject. */
  public SimulationSettings withSubjectSeed(long number) {
    return with(draft -> draft.subjectSeed = number);
  }

  /** With more or less noise. */
  public SimulationSettings withNoise(double factor) {
    return with(draft -> draft.noise = factor);
  }

  /** With another TR in seconds. */
  public SimulationSettings withRepetitionTime(double seconds) {
    return with(draft -> draft.repetitionTimeSeconds = seconds);
  }

  /** With another grid. */
  public SimulationSettings withShape(VolumeShape grid) {
    return with(draft -> draft.shape = grid);
  }

  /** With more or fewer visual voxels. */
  public SimulationSettings withVoxels(int number) {
    return with(draft -> draft.voxels = number);
  }

  /** With larger or smaller pictures. */
  public SimulationSettings withStimulusPixels(int pixels) {
    return with(draft -> draft.stimulusPixels = pixels);
  }

  private SimulationSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  private static void require(boolean holds, String rule, Object got) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }

  /** The same values, open to one change. */
  private static final class Draft {
    private int runs;
    private int trials;
    private long seed;
    private long subjectSeed;
    private double noise;
    private double repetitionTimeSeconds;
    private VolumeShape shape;
    private int voxels;
    private double stimulusSeconds;
    private double minimumGapSeconds;
    private double maximumGapSeconds;
    private int stimulusPixels;

    Draft(SimulationSettings from) {
      runs = from.runs;
      trials = from.trials;
      seed = from.seed;
      subjectSeed = from.subjectSeed;
      noise = from.noise;
      repetitionTimeSeconds = from.repetitionTimeSeconds;
      shape = from.shape;
      voxels = from.voxels;
      stimulusSeconds = from.stimulusSeconds;
      minimumGapSeconds = from.minimumGapSeconds;
      maximumGapSeconds = from.maximumGapSeconds;
      stimulusPixels = from.stimulusPixels;
    }

    SimulationSettings settings() {
      return new SimulationSettings(
          runs,
          trials,
          seed,
          subjectSeed,
          noise,
          repetitionTimeSeconds,
          shape,
          voxels,
          stimulusSeconds,
          minimumGapSeconds,
          maximumGapSeconds,
          stimulusPixels);
    }
  }
}
