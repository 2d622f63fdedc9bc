package io.mindstream.bridge.simulation;

import java.util.List;
import java.util.Random;

/**
 * A subject whose visual cortex answers to drawn stimuli. V voxels, in the order of the ROI that
 * the simulated scanner publishes. Values are in scanner units, as in the volumes.
 *
 * <p>Value of a voxel at volume t: baseline * (1 + gain * sum over trials of response * h(t) +
 * drift(t) + noise(t)), where response has mean 0 and standard deviation 1 over stimuli, h is the
 * double-gamma response to the stimulus ({@code 1} at its plateau), gain is about 2 % and noise
 * about 0.9 % at noise 1: white, plus autocorrelated (AR(1), 0.6).
 *
 * <p>Immutable; may be shared by threads.
 */
public final class SimulatedSubject {

  /** Delay of the trial window after the onset, in seconds: the default of preprocess-stream. */
  public static final double WINDOW_DELAY_SECONDS = 5;

  private static final long VOXELS = 2;

  private final EncodingModel encoding;
  private final float[] baseline;
  private final float[] gain;
  private final double noise;

  /**
   * Makes a subject; draws a few hundred stimuli to calibrate its voxels (under a second).
   *
   * @param subjectSeed decides what each voxel prefers
   * @param voxels V
   * @param noise multiplies the noise; 1 is a good scanner
   */
  public SimulatedSubject(long subjectSeed, int voxels, double noise) {
    this.encoding = new EncodingModel(subjectSeed, voxels);
    this.baseline = new float[voxels];
    this.gain = new float[voxels];
    this.noise = noise;
    Random random = Seeds.random(subjectSeed, VOXELS);
    for (int v = 0; v < voxels; v++) {
      baseline[v] = 600 + 400 * random.nextFloat();
      gain[v] = 0.014f + 0.012f * random.nextFloat();
    }
  }

  /** V. */
  public int voxels() {
    return baseline.length;
  }

  /** Mean of each voxel (V) at rest, as a new array. */
  public float[] baseline() {
    return baseline.clone();
  }

  /** Which region each voxel (V) belongs to. */
  public List<Region> regions() {
    return encoding.regions();
  }

  /** Standardised response of each voxel (V) to a stimulus, without time and noise: a new array. */
  public float[] encode(Stimulus stimulus) {
    return encoding.respond(stimulus);
  }

  /**
   * The trial vector (V) of a stimulus, without making volumes: the mean over the volumes in [onset
   * + 5 s, onset + 5 s + duration), with their noise. It is what the full path gives with
   * normalisation {@code none}, but for three things: the trial is alone (no response of its
   * neighbours), begins with a volume, and does not drift.
   *
   * @param durationSeconds how long it is shown, at least a TR
   * @param repetitionTimeSeconds TR
   * @param noiseSeed another seed, another repetition of the same trial
   */
  public float[] respond(
      Stimulus stimulus, double durationSeconds, double repetitionTimeSeconds, long noiseSeed) {
    float[] response = encode(stimulus);
    int volumes = Math.max(1, (int) Math.ceil(durationSeconds / repetitionTimeSeconds - 1e-9));
    int first = (int) Math.ceil(WINDOW_DELAY_SECONDS / repetitionTimeSeconds - 1e-9);
    double plateau = 0;
    for (int t = first; t < first + volumes; t++) {
      plateau +=
          Hemodynamics.response((t + 0.5) * repetitionTimeSeconds, durationSeconds) / volumes;
    }
    BoldNoise bold = new BoldNoise(voxels(), noise, Seeds.random(noiseSeed));
    float[] vector = new float[voxels()];
    for (int t = 0; t < volumes; t++) {
      float[] noiseNow = bold.next();
      for (int v = 0; v < vector.length; v++) {
        vector[v] += noiseNow[v] / volumes;
      }
    }
    for (int v = 0; v < vector.length; v++) {
      vector[v] = (float) (baseline[v] * (1 + gain[v] * plateau * response[v] + vector[v]));
    }
    return vector;
  }

  /**
   * The ROI of a whole run, without making volumes: what the scanner puts into its volumes before
   * rounding.
   *
   * @param trials in order of onset
   * @param volumes T
   * @param repetitionTimeSeconds TR
   * @param noiseSeed decides noise and drift
   * @return (T, V), new arrays
   */
  public float[][] series(
      List<Presentation> trials, int volumes, double repetitionTimeSeconds, long noiseSeed) {
    List<float[]> responses = trials.stream().map(trial -> encode(trial.stimulus())).toList();
    BoldNoise bold = new BoldNoise(voxels(), noise, Seeds.random(noiseSeed));
    SlowDrift drift = new SlowDrift(voxels(), volumes, Seeds.random(noiseSeed, VOXELS));
    float[][] series = new float[volumes][];
    for (int t = 0; t < volumes; t++) {
      float[] row = bold.next();
      drift.addTo(row, t);
      addResponses(row, trials, responses, (t + 0.5) * repetitionTimeSeconds);
      for (int v = 0; v < row.length; v++) {
        row[v] = baseline[v] * (1 + row[v]);
      }
      series[t] = row;
    }
    return series;
  }

  private void addResponses(
      float[] row, List<Presentation> trials, List<float[]> responses, double seconds) {
    for (int trial = 0; trial < trials.size(); trial++) {
      double since = seconds - trials.get(trial).onsetSeconds();
      double duration = trials.get(trial).durationSeconds();
      if (since <= 0 || since > duration + Hemodynamics.LASTS_SECONDS) {
        continue;
      }
      float h = (float) Hemodynamics.response(since, duration);
      float[] response = responses.get(trial);
      for (int v = 0; v < row.length; v++) {
        row[v] += gain[v] * h * response[v];
      }
    }
  }
}
