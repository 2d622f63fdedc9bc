package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.List;
import java.util.Optional;

/**
 * The signal of one run: volumes are added strictly in order of index, and at any moment denoised
 * windows and responses to trials can be asked for, from everything added until then. It is a pure
 * function of the rows and of the trials in the order in which they were expected: it is made again
 * from stored rows to the same bits. A volume costs O(V), however long the run is. Not thread-safe.
 *
 * <p>The response to a trial knows the trials that were expected <em>before</em> it, not those
 * after it, so that it does not depend on how far events were read ahead.
 */
public final class RunSignal {

  private final SignalRecipe recipe;
  private final SignalShape shape;
  private final SignalDesign design;
  private final RowRing ring;
  private int newest = -1;

  /** A run's signal before its first volume. */
  public RunSignal(SignalRecipe recipe, SignalShape shape) {
    this.recipe = recipe;
    this.shape = shape;
    this.design = new SignalDesign(recipe, shape);
    this.ring = new RowRing(shape.ringVolumes());
  }

  /** Index of the newest volume that was added, censored ones included; -1 before the first. */
  public int newestVolume() {
    return newest;
  }

  /**
   * True where volumes of a trial's response were added already, so that it can not be expected any
   * more: make the signal again, expect all trials in order of their events, add all rows.
   */
  public boolean misses(Trial trial) {
    return recipe.trials().isPresent()
        && newest >= 0
        && shape.seconds(newest) > trial.onsetSeconds();
  }

  /**
   * Tells of a trial, in the order in which events were read. Its index is its id. Nothing happens
   * where the recipe has no model of trials.
   *
   * @throws IllegalStateException where it {@link #misses} the trial, or the id is taken
   */
  public void expect(Trial trial) {
    if (misses(trial)) {
      throw new IllegalStateException(
          "volumes of the response to trial "
              + trial.index()
              + " were added already; make the signal again with all trials expected first");
    }
    design.trials().ifPresent(columns -> columns.register(trial));
  }

  /**
   * Adds a volume. Indices may be left out, for volumes that are missing.
   *
   * @param row kept; its values are not changed any more
   * @throws IllegalArgumentException where the row does not fit the shape or the recipe
   * @throws IllegalStateException where a volume with this index or a higher one was added
   */
  public void add(SignalRow row) {
    if (row.index() <= newest) {
      throw new IllegalStateException(
          "volume " + row.index() + " comes after volume " + newest + "; add them in order");
    }
    if (!design.censors(row)) {
      design.trials().ifPresent(columns -> columns.settleBefore(row.index()));
      ring.add(design.add(row));
    }
    newest = row.index();
  }

  /**
   * How many volumes of a window there are: neither missing nor censored.
   *
   * @throws IllegalStateException where the window begins before the last volumes that are kept
   */
  public int volumesUsed(TrialWindow window) {
    return ring.of(window).size();
  }

  /**
   * The mean of a window after nuisance regression over everything added so far, in standard
   * deviations of the residuals.
   *
   * @return (V) without unit, as a new array; 0 for a voxel that does not vary
   * @throws IllegalStateException where no volume of it is there, or no longer
   */
  public float[] windowMean(TrialWindow window) {
    List<RowRing.Row> rows = ring.of(window);
    if (rows.isEmpty()) {
      throw new IllegalStateException("no volume of window " + window + " was added");
    }
    int[][] nuisance = new int[design.nuisanceColumns()][];
    for (int c = 0; c < nuisance.length; c++) {
      nuisance[c] = new int[] {c};
    }
    return new Denoised(design.products().select(nuisance), design.prior()).mean(rows);
  }

  /** How many volumes of a trial's response there are: without one, it has no {@link #beta}. */
  public int responseVolumes(int trialId) {
    return trials().volumes(trialId);
  }

  /**
   * True where a trial's response is over and its column is free: it has no {@link #beta} any more.
   * That is so once a volume was added whose middle is {@link Hrf#SUPPORT_SECONDS} after the
   * trial's end, or later where a trial expected before it is not over.
   */
  public boolean settled(int trialId) {
    return trials().settled(trialId);
  }

  /**
   * The response to a trial, from everything added so far.
   *
   * @param trialId index of an expected trial that is not {@link #settled}
   * @return (V) in the unit of the recipe's score, as a new array
   * @throws IllegalStateException where the trial was not expected, none of its response was added
   *     or it is settled
   */
  public float[] beta(int trialId) {
    int[][] groups = trials().groups(trialId, design.nuisanceColumns());
    return new TrialFit(
            design.products().select(groups), design.prior(), recipe.trials().orElseThrow())
        .responses();
  }

  /** How many numbers the sums hold. */
  long size() {
    return design.products().size();
  }

  private TrialColumns trials() {
    Optional<TrialColumns> trials = design.trials();
    return trials.orElseThrow(
        () ->
            new IllegalStateException(
                "recipe " + recipe + " has no model of trials; use glm(...)"));
  }
}
