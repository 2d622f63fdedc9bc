package io.mindstream.preprocess.signal;

import java.util.List;

/**
 * The mean of a window after nuisance regression over all volumes so far, in standard deviations of
 * the residuals. With a linear drift alone it is what {@link
 * io.mindstream.preprocess.normalise.RunningBaseline} gives.
 */
final class Denoised {

  private final ModelProducts products; // of the nuisance alone
  private final LinearFit fit;

  Denoised(ModelProducts products, SteadyPrior prior) {
    this.products = products;
    this.fit = LinearFit.of(products, prior, 0);
  }

  /** (V) means over rows, at least one; 0 for a voxel that does not vary. */
  float[] mean(List<RowRing.Row> window) {
    double[] x = new double[products.columns()];
    double[] sums = new double[products.voxels()];
    for (RowRing.Row row : window) {
      for (int c = 0; c < x.length; c++) {
        x[c] += row.x()[c] / window.size();
      }
      for (int v = 0; v < sums.length; v++) {
        sums[v] += (double) row.values()[v] - products.origin()[v];
      }
    }
    return scaled(x, sums, window.size());
  }

  private float[] scaled(double[] x, double[] sums, int count) {
    float[] means = new float[sums.length];
    double[] b = new double[x.length];
    double[] coefficients = new double[x.length];
    for (int v = 0; v < means.length; v++) {
      products.withVoxel(0, v, b);
      fit.solve(b, coefficients);
      double residuals = fit.residuals(products.squares(0, v), b, coefficients);
      if (Variation.of(products, v, residuals)) {
        double rest = sums[v] / count;
        for (int c = 0; c < x.length; c++) {
          rest -= x[c] * coefficients[c];
        }
        means[v] = (float) (rest / Math.sqrt(residuals / products.rows()));
      }
    }
    return means;
  }
}
