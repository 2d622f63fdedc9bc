package io.mindstream.lab.examples;

import io.mindstream.preprocess.trial.TrialWindow;

/**
 * A run without its mean and its drift by least squares, each voxel for itself: what can be known
 * once the run is over, unlike the pipeline's causal vectors. Letters: T volumes, V voxels.
 */
final class DetrendedRun {

  private final double[] mean; // (V)
  private final double[] slope; // (V) by volume
  private final float[][] residuals; // (T, V)
  private final double[] deviation; // (V) of the residuals

  DetrendedRun(RecordedRun run) {
    this.mean = new double[run.voxels()];
    this.slope = new double[run.voxels()];
    this.residuals = new float[run.volumes()][run.voxels()];
    this.deviation = new double[run.voxels()];
    for (int v = 0; v < mean.length; v++) {
      fit(run.rows(), v);
      for (int t = 0; t < residuals.length; t++) {
        residuals[t][v] = (float) (run.rows()[t][v] - mean[v] - slope[v] * centred(t));
        deviation[v] += residuals[t][v] * residuals[t][v];
      }
      deviation[v] = Math.sqrt(deviation[v] / residuals.length);
    }
  }

  int volumes() {
    return residuals.length;
  }

  /** Mean of the voxels (V). */
  double[] mean() {
    return mean;
  }

  /** Drift of the voxels (V) in scanner units a volume. */
  double[] slope() {
    return slope;
  }

  /** A volume (V) without mean and drift; read only. */
  float[] residual(int t) {
    return residuals[t];
  }

  /** Mean of a window (V) in standard deviations of the whole run; 0 where a voxel is constant. */
  float[] standardised(TrialWindow window) {
    float[] values = new float[mean.length];
    for (int v = 0; v < values.length; v++) {
      double sum = 0;
      for (int t = window.first(); t <= window.last(); t++) {
        sum += residuals[t][v];
      }
      values[v] = deviation[v] > 1e-6 ? (float) (sum / window.volumes() / deviation[v]) : 0;
    }
    return values;
  }

  private void fit(float[][] rows, int v) {
    double squares = 0;
    for (int t = 0; t < rows.length; t++) {
      mean[v] += rows[t][v] / rows.length;
      slope[v] += centred(t) * rows[t][v];
      squares += centred(t) * centred(t);
    }
    slope[v] = squares > 0 ? slope[v] / squares : 0;
  }

  private double centred(int t) {
    return t - (residuals.length - 1) / 2.0;
  }
}
