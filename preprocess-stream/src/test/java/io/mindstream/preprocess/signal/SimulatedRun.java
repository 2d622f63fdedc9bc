package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A run with a known truth: trials each so many seconds, noise of first order, motion, spikes. */
final class SimulatedRun {

  static final double TR = 2;

  final SignalShape shape;
  final List<Trial> trials = new ArrayList<>();
  final List<SignalRow> rows = new ArrayList<>();

  /**
   * A run.
   *
   * @param betas of the trials, {@code spacing} seconds apart, 4 s long, alike in all voxels
   * @param sd standard deviation of the noise's innovations
   */
  SimulatedRun(int voxels, int volumes, double[] betas, double spacing, double sd, double rho) {
    this(voxels, volumes, betas, Collections.nCopies(betas.length, spacing), sd, rho);
  }

  /** A run whose trials have white noise and gaps of their own, from onset to onset. */
  SimulatedRun(int voxels, double[] betas, List<Double> gaps, double sd) {
    this(voxels, 80, betas, gaps, sd, 0);
  }

  private SimulatedRun(
      int voxels, int volumes, double[] betas, List<Double> gaps, double sd, double rho) {
    this.shape = new SignalShape(voxels, 8, TR, volumes, 20);
    double onset = 6;
    for (int k = 0; k < betas.length; k++) {
      trials.add(trial(k, onset, 4));
      onset += k < gaps.size() ? gaps.get(k) : 0;
    }
    Random random = new Random(5);
    double[] noise = new double[voxels];
    for (int t = 0; t < volumes; t++) {
      float[] values = new float[voxels];
      for (int v = 0; v < voxels; v++) {
        noise[v] = rho * noise[v] + sd * random.nextGaussian();
        values[v] = (float) (1000 + 10 * v + signal(betas, t) + noise[v]);
      }
      rows.add(new SignalRow(t, values, outside(t, random), motion(random), t % 17 == 11));
    }
  }

  static Trial trial(int id, double onset, double duration) {
    return new Trial(id, "face", Optional.of("face-" + id), onset, duration);
  }

  /** The signal after the first volumes, all trials expected at its start. */
  RunSignal signal(String recipe, int volumes) {
    RunSignal signal = new RunSignal(SignalRecipe.parse(recipe), shape);
    trials.forEach(signal::expect);
    rows.subList(0, volumes).forEach(signal::add);
    return signal;
  }

  /** The whole signal with trials that know each other. */
  RunSignal whole(String recipe, List<Trial> expected) {
    RunSignal signal = RunSignal.ofWholeRun(SignalRecipe.parse(recipe), shape);
    expected.forEach(signal::expect);
    rows.stream().forEach(signal::add);
    return signal;
  }

  private double signal(double[] betas, int t) {
    double sum = 0;
    for (int k = 0; k < betas.length; k++) {
      double since = shape.seconds(t) - trials.get(k).onsetSeconds();
      sum += betas[k] * Hrf.GLOVER.response(since, 4);
    }
    return sum;
  }

  private static float[] outside(int t, Random random) {
    float[] outside = new float[8];
    for (int m = 0; m < outside.length; m++) {
      outside[m] = (float) (500 + 5 * Math.sin(t * 1.1) * (m - 3.5) + random.nextGaussian());
    }
    return outside;
  }

  private static double[] motion(Random random) {
    return random.doubles(6, -0.2, 0.2).toArray();
  }
}
