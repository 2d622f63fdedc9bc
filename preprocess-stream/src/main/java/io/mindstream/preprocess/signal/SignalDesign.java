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

  /**
   * A design before the first volume.
   *
   * @param wholeRun true where trials know those after them, too
   */
  SignalDesign(SignalRecipe recipe, SignalShape shape, boolean wholeRun) {
    this.shape = shape;
    this.spikes = recipe.nuisance().spikes();
    this.nuisance = new NuisanceColumns(recipe.nuisance(), shape);
    this.products =
        new RunningProducts(nuisance.columns(), shape.voxels(), recipe.autoregressive());
    this.trials =
        recipe.basis(shape).map(basis -> new TrialColumns(basis, shape, products, wholeRun));
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

  /** The nuisance and, after it, columns that are sums of those of trials. */
  ModelProducts select(int[]... trialColumns) {
    return products.select(nuisance.columns(), trialColumns);
  }

  /** How many numbers the sums hold. */
  long size() {
    return products.size();
  }

  SteadyPrior prior() {
    return nuisance.prior();
  }
}
