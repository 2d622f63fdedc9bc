package io.mindstream.preprocess.signal;

import org.jspecify.annotations.Nullable;

/**
 * What is believed of the nuisance columns before a run: as if s steady volumes had been seen, of a
 * mean of their own, in which no voxel followed them. Their drift columns are those of the run's
 * first s volumes, their other columns (motion, components) vary as they have in the run until now.
 * It is ridge regression that depends on no unit and no choice of basis; for a linear drift it is
 * that of {@link io.mindstream.preprocess.normalise.RunningBaseline}. The intercept is free.
 */
final class SteadyPrior implements Prior {

  private final int steadyVolumes;
  private final int slow; // the intercept and the drift's columns
  private final int nuisance; // P
  private final @Nullable ModelProducts steadyDrift;

  SteadyPrior(DriftBasis drift, int nuisance, int steadyVolumes) {
    this.steadyVolumes = steadyVolumes;
    this.slow = 1 + drift.columns();
    this.nuisance = nuisance;
    this.steadyDrift = steadyVolumes == 0 ? null : steadyDrift(drift);
  }

  private ModelProducts steadyDrift(DriftBasis drift) {
    RunningProducts products = new RunningProducts(slow, 0, true);
    for (int t = 0; t < steadyVolumes; t++) {
      double[] x = new double[slow];
      x[0] = 1;
      drift.fill(t, x, 1);
      products.add(t, x, new float[0]);
    }
    return products.select(slow);
  }

  /** Of a design whose first P columns are the nuisance. */
  @Override
  public double[][] added(double[][] normal, int rows, double rho) {
    double[][] sum = new double[normal.length][];
    for (int a = 0; a < sum.length; a++) {
      sum[a] = normal[a].clone();
    }
    if (steadyDrift != null) {
      add(sum, steadyDrift.normal(rho), 1, slow, 1);
      add(sum, normal, slow, nuisance, (double) steadyVolumes / rows);
    }
    return sum;
  }

  /** Adds products about the mean of columns {@code from} to {@code to}. */
  private static void add(double[][] sum, double[][] n, int from, int to, double scale) {
    for (int a = from; a < to; a++) {
      for (int b = from; b < to; b++) {
        sum[a][b] += scale * (n[a][b] - n[a][0] * n[0][b] / n[0][0]);
      }
    }
  }
}
