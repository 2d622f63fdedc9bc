package io.mindstream.preprocess.signal;

import java.util.Optional;

/**
 * The design of a run as it grows, nuisance and trials, and its products with the voxels. Rows come
 * in order.
 */
final class SignalDesign {

  private final Spikes spikes;
  private final SignalShape shape;
  private final NuisanceColumns nuisance;
  private final RunningProducts products;
  private final Optional<TrialColumns> trials;

  SignalDesign(SignalRecipe recipe, SignalShape shape) {
    this.shape = shape;
    this.spikes = recipe.nuisance().spikes();
    this.nuisance = new NuisanceColumns(recipe.nuisance(), shape);
    int columns = nuisance.columns() + (recipe.trials().isPresent() ? 1 : 0);
    this.products = new RunningProducts(columns, shape.voxels(), recipe.autoregressive());
    this.trials = recipe.trials().map(model -> new TrialColumns(model.hrf(), shape, products));
  }

  /** True for a row that counts as missing. */
  boolean censors(SignalRow row) {
    return row.spike() && spikes == Spikes.CENSOR;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException where it does not fit; nothing is changed then
   */
  RowRing.Row add(SignalRow row) {
    requireFit(row);
    double[] x =
        trials
            .map(columns -> columns.row(row.index()))
            .orElseGet(() -> new double[products.columns()]);
    nuisance.fill(row, x);
    boolean limited = row.spike() && spikes == Spikes.LIMIT;
    float[] values = limited ? SpikeLimit.limited(products, row.values()) : row.values();
    products.add(row.index(), x, values);
    return new RowRing.Row(row.index(), x, values);
  }

  private void requireFit(SignalRow row) {
    if (row.values().length != shape.voxels()) {
      throw new IllegalArgumentException(
          "volume "
              + row.index()
              + " has "
              + row.values().length
              + " voxels in the ROI, not "
              + shape.voxels());
    }
    nuisance.requireFit(row);
  }

  Optional<TrialColumns> trials() {
    return trials;
  }

  RunningProducts products() {
    return products;
  }

  SteadyPrior prior() {
    return nuisance.prior();
  }

  /** P. */
  int nuisanceColumns() {
    return nuisance.columns();
  }
}
