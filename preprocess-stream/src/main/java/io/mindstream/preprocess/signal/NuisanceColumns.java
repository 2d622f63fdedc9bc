package io.mindstream.preprocess.signal;

/** The nuisance part of the design: intercept, drift, motion, components, in this order. */
final class NuisanceColumns {

  private final DriftBasis drift;
  private final MotionColumns motion;
  private final NoiseComponents components;
  private final SteadyPrior prior;
  private final boolean limiting;

  NuisanceColumns(NuisanceRecipe recipe, SignalShape shape) {
    this.drift = new DriftBasis(recipe.drift(), shape);
    this.motion = new MotionColumns(recipe.motion());
    this.components =
        new NoiseComponents(recipe.components(), shape.outside(), recipe.steadyVolumes());
    this.limiting = recipe.spikes() == Spikes.LIMIT;
    this.prior = new SteadyPrior(drift, columns(), recipe.steadyVolumes());
  }

  /** P. */
  int columns() {
    return 1 + drift.columns() + motion.columns() + components.columns();
  }

  SteadyPrior prior() {
    return prior;
  }

  /** Checks that a row has what the columns are made of. */
  void requireFit(SignalRow row) {
    motion.requireFit(row);
    components.requireFit(row);
  }

  /** Writes the columns of a row into the first P of {@code x}; rows come in order. */
  void fill(SignalRow row, double[] x) {
    int at = 1 + drift.columns();
    x[0] = 1;
    drift.fill(row.index(), x, 1);
    motion.fill(row, x, at);
    components.fill(row, limiting && row.spike(), x, at + motion.columns());
  }
}
