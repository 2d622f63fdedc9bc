package io.mindstream.preprocess.signal;

import java.util.List;

/**
 * The mean of a window after nuisance regression over all volumes so far, in standard deviations of
 * the residuals. With a linear drift alone it is what {@link
 * io.mindstream.preprocess.normalise.RunningBaseline} gives.
 *
 * <p>Where responses of earlier trials are taken out as well, they are fitted together with the
 * nuisance, the trial's own as one of them: else the earlier ones would be held to explain it. The
 * own stays in the window, and the unit stays that of the nuisance alone.
 */
final class Denoised {

  private final ModelProducts products; // of the nuisance alone: P columns
  private final LinearFit fit;
  private final ModelProducts model; // with responses after them, where there are any
  private final LinearFit modelFit;

  private Denoised(ModelProducts products, LinearFit fit, ModelProducts model, LinearFit modelFit) {
    this.products = products;
    this.fit = fit;
    this.model = model;
    this.modelFit = modelFit;
  }

  static Denoised of(ModelProducts nuisance, Prior prior) {
    LinearFit fit = LinearFit.of(nuisance, prior, 0);
    return new Denoised(nuisance, fit, nuisance, fit);
  }

  /**
   * Without responses.
   *
   * @param model the nuisance and, after it, a column for each part of the response
   */
  static Denoised of(ModelProducts nuisance, Prior prior, ModelProducts model) {
    Prior ofResponses = new ResponsePrior(prior, nuisance.columns());
    return new Denoised(
        nuisance, LinearFit.of(nuisance, prior, 0), model, LinearFit.of(model, ofResponses, 0));
  }

  /**
   * (V) means over rows, at least one; 0 for a voxel that does not vary.
   *
   * @param responses how much of each part of the response the window has a volume, which is taken
   *     out; none where there are no such columns
   */
  float[] mean(List<RowRing.Row> window, double[] responses) {
    int nuisance = products.columns();
    double[] x = new double[model.columns()];
    double[] sums = new double[products.voxels()];
    System.arraycopy(responses, 0, x, nuisance, responses.length);
    for (RowRing.Row row : window) {
      for (int c = 0; c < nuisance; c++) {
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
    double[] b = new double[products.columns()];
    double[] coefficients = new double[b.length];
    for (int v = 0; v < means.length; v++) {
      products.withVoxel(0, v, b);
      fit.solve(b, coefficients);
      double residuals = fit.residuals(products.squares(0, v), b, coefficients);
      if (Variation.of(products, v, residuals)) {
        double rest = sums[v] / count - explained(v, x, coefficients);
        means[v] = (float) (rest / Math.sqrt(residuals / products.rows()));
      }
    }
    return means;
  }

  private double explained(int voxel, double[] x, double[] ofNuisance) {
    double[] coefficients = ofNuisance;
    if (model.columns() > products.columns()) {
      double[] b = new double[x.length];
      coefficients = new double[x.length];
      model.withVoxel(0, voxel, b);
      modelFit.solve(b, coefficients);
    }
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += x[c] * coefficients[c];
    }
    return sum;
  }
}
