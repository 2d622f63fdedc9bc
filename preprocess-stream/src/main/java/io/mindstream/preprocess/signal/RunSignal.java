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
 */
public final class RunSignal {

  /** Fewer earlier responses tell no scale. */
  public static final int FEWEST_RESPONSES = ResponseScale.FEWEST;

  private final SignalRecipe recipe;
  private final SignalShape shape;
  private final SignalDesign design;
  private final Optional<TrialSignal> trials;
  private final RowRing ring;
  private int newest = -1;

  /** A run's signal before its first volume. */
  public RunSignal(SignalRecipe recipe, SignalShape shape) {
    this(recipe, shape, false);
  }

  private RunSignal(SignalRecipe recipe, SignalShape shape, boolean wholeRun) {
    this.recipe = recipe;
    this.shape = shape;
    this.design = new SignalDesign(recipe, shape, wholeRun);
    this.trials =
        design.trials().map(columns -> new TrialSignal(design, columns, recipe, wholeRun));
    this.ring = new RowRing(wholeRun ? Integer.MAX_VALUE : shape.ringVolumes());
  }

  /**
   * For a run that is over: each trial knows all others, also those after it. All volumes must be
   * added before anything is asked for.
   */
  public static RunSignal ofWholeRun(SignalRecipe recipe, SignalShape shape) {
    return new RunSignal(recipe, shape, true);
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
    return trials.isPresent() && newest >= 0 && shape.seconds(newest) > trial.onsetSeconds();
  }

  /**
   * Tells of a trial, in the order in which events were read. Its index is its id. Nothing happens
   * where the recipe has no model of trials.
   *
   * @throws IllegalStateException where it {@link #misses} the trial, or the id is taken
   */
  public void expect(Trial trial) {
    expect(trial, List.of());
  }

  /**
   * As {@link #expect(Trial)}.
   *
   * @param answers indices of the volumes after which answers to it are due, rising; later trials
   *     are told against these
   */
  public void expect(Trial trial, List<Integer> answers) {
    if (misses(trial)) {
      throw new IllegalStateException(
          "volumes of the response to trial "
              + trial.index()
              + " were added already; make the signal again with all trials expected first");
    }
    trials.ifPresent(each -> each.expect(trial, answers));
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
    trials.ifPresent(each -> each.before(row.index()));
    if (!design.censors(row)) {
      trials.ifPresent(each -> each.settleBefore(row.index()));
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
    return new WindowMeans(design, ring).mean(window);
  }

  /**
   * The same without the responses to the trials that a trial knows, where the recipe says so.
   *
   * @param trialId index of an expected trial that is not {@link TrialSignal#settled}; any where
   *     responses stay
   * @throws IllegalStateException as {@link #windowMean(TrialWindow)}, or where the trial was not
   *     expected or is settled
   */
  public float[] windowMean(int trialId, TrialWindow window) {
    WindowMeans means = new WindowMeans(design, ring);
    return recipe.withoutOverlap()
        ? means.mean(window, trials().columns(), trialId)
        : means.mean(window);
  }

  /**
   * What is told of trials.
   *
   * @throws IllegalStateException where the recipe says nothing of trials
   */
  public TrialSignal trials() {
    return trials.orElseThrow(
        () ->
            new IllegalStateException(
                "recipe " + recipe + " has no model of trials; use glm(...)"));
  }

  /** How many numbers the sums hold. */
  long size() {
    return design.size();
  }
}
