package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.normalise.RunningBaseline;
import io.mindstream.preprocess.trial.WindowMean;

/**
 * Principal components of the brain outside the ROI, as the run goes on: what is common to voxels
 * that answer to no stimulus is breathing, heartbeat and scanner. Each voxel's running mean and
 * linear drift are removed and it is scaled by its running standard deviation, as in CompCor
 * (Behzadi et al., NeuroImage 37, 2007).
 *
 * <p>Components are found by candid covariance-free incremental PCA: Weng, Zhang, Hwang, IEEE
 * Transactions on Pattern Analysis and Machine Intelligence 25 (2003), without amnesia. Each grows
 * out of its own past, so that its sign and scale stay. A volume's score is on the components as
 * they were <em>before</em> it, so that no volume explains itself; the first volumes have score 0.
 */
final class NoiseComponents {

  /** What a flagged volume is clipped to, in standard deviations. */
  private static final double LIMIT = 4;

  private final RunningBaseline baseline;
  private final double[][] components; // (k, M), their length is the variance
  private final int outside;
  private int seen;

  /** No components yet of {@code outside} = M voxels. */
  NoiseComponents(int count, int outside, int steadyVolumes) {
    if (count > 0 && outside < count) {
      throw new IllegalArgumentException(
          "components="
              + count
              + " needs as many voxels outside the ROI or more, there are "
              + outside
              + "; keep some or set components=0");
    }
    this.outside = outside;
    this.components = new double[count][outside];
    this.baseline = new RunningBaseline(outside, steadyVolumes);
  }

  int columns() {
    return components.length;
  }

  /** Checks that a row has the voxels outside where they are needed. */
  void requireFit(SignalRow row) {
    if (components.length > 0 && row.outside().length != outside) {
      throw new IllegalArgumentException(
          "volume "
              + row.index()
              + " has "
              + row.outside().length
              + " voxels outside the ROI, not "
              + outside);
    }
  }

  /** Writes the scores of a row into {@code x} from {@code at} on, then learns from it. */
  void fill(SignalRow row, boolean limited, double[] x, int at) {
    if (components.length == 0) {
      return;
    }
    double[] values = scaled(row, limited);
    double[] rest = values.clone();
    for (int i = 0; i < components.length; i++) {
      x[at + i] = takeOut(components[i], rest);
    }
    learn(values);
  }

  private double[] scaled(SignalRow row, boolean limited) {
    baseline.add(row.index(), row.outside());
    WindowMean one = new WindowMean(outside);
    one.add(row.index(), row.outside());
    float[] normalised = baseline.normalise(one);
    double[] values = new double[outside];
    for (int v = 0; v < outside; v++) {
      values[v] = limited ? Math.max(-LIMIT, Math.min(LIMIT, normalised[v])) : normalised[v];
    }
    return values;
  }

  private void learn(double[] values) {
    if (dot(values, values) == 0) {
      return;
    }
    seen++;
    for (int i = 0; i < Math.min(seen, components.length); i++) {
      double[] component = components[i];
      double length = Math.sqrt(dot(component, component));
      double pull = length == 0 ? 1 : dot(values, component) / length / seen;
      double keep = length == 0 ? 0 : (seen - 1.0) / seen;
      for (int v = 0; v < outside; v++) {
        component[v] = keep * component[v] + pull * values[v];
      }
      takeOut(component, values);
    }
  }

  /** Removes a direction from {@code values}; returns how much there was. */
  private static double takeOut(double[] direction, double[] values) {
    double length = Math.sqrt(dot(direction, direction));
    if (length == 0) {
      return 0;
    }
    double score = dot(values, direction) / length;
    for (int v = 0; v < values.length; v++) {
      values[v] -= score / length * direction[v];
    }
    return score;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int v = 0; v < a.length; v++) {
      sum += a[v] * b[v];
    }
    return sum;
  }
}
