package io.mindstream.preprocess.signal;

import org.jspecify.annotations.Nullable;

/**
 * The response of each voxel to one trial: the last column's coefficient in a design that has the
 * nuisance and all other trials as one column before it (LS-S: Mumford et al., NeuroImage 59,
 * 2012).
 *
 * <p>With noise of first order each voxel is fitted twice: by least squares, whose residuals give
 * its autocorrelation, and with the rows whitened by it, as in FSL and nilearn. It is rounded to
 * {@value #STEP}, so that few systems are solved for all voxels.
 */
final class TrialFit {

  private static final double STEP = 0.05;
  private static final int STEPS = 19; // to each side: up to 0.95

  private final ModelProducts products;
  private final SteadyPrior prior;
  private final TrialModel model;
  private final @Nullable LinearFit[] fits = new @Nullable LinearFit[2 * STEPS + 1];
  private final double[] b;
  private final double[] coefficients;

  TrialFit(ModelProducts products, SteadyPrior prior, TrialModel model) {
    this.products = products;
    this.prior = prior;
    this.model = model;
    this.b = new double[products.columns()];
    this.coefficients = new double[products.columns()];
  }

  /** (V) responses, as a new array; 0 where the nuisance explains the trial. */
  float[] responses() {
    float[] responses = new float[products.voxels()];
    for (int v = 0; v < responses.length; v++) {
      LinearFit fit = fit(0);
      double residuals = residuals(fit, v);
      if (model.noise() == NoiseModel.AR1 && Variation.of(products, v, residuals)) {
        fit = fit(steps(products.laggedResiduals(v, coefficients) / residuals));
        residuals = fit.rho() == 0 ? residuals : residuals(fit, v);
      }
      double beta = coefficients[coefficients.length - 1];
      responses[v] = (float) (model.score() == TrialScore.T ? t(fit, v, beta, residuals) : beta);
    }
    return responses;
  }

  /** Solves for a voxel; its sum of squared residuals. */
  private double residuals(LinearFit fit, int voxel) {
    products.withVoxel(fit.rho(), voxel, b);
    fit.solve(b, coefficients);
    return fit.residuals(products.squares(fit.rho(), voxel), b, coefficients);
  }

  private double t(LinearFit fit, int voxel, double beta, double residuals) {
    int freedom = products.rows() - fit.rank();
    if (freedom < 1 || !Variation.of(products, voxel, residuals)) {
      return 0;
    }
    int own = coefficients.length - 1;
    double variance = residuals / freedom * fit.inverse()[own][own];
    return variance > 0 ? beta / Math.sqrt(variance) : 0;
  }

  private static int steps(double autocorrelation) {
    return (int) Math.max(-STEPS, Math.min(STEPS, Math.rint(autocorrelation / STEP)));
  }

  private LinearFit fit(int steps) {
    LinearFit fit = fits[STEPS + steps];
    if (fit == null) {
      fit = LinearFit.of(products, prior, steps * STEP);
      fits[STEPS + steps] = fit;
    }
    return fit;
  }
}
