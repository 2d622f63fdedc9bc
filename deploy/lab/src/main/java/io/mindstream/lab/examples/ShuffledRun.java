package io.mindstream.lab.examples;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.lab.examples.FeedTrials.FeedTrial;
import io.mindstream.preprocess.normalise.VectorFold;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A run as it might have been: the same blocks of volumes, one a trial, in another order, with the
 * drift of another run. A causal vector depends on what came before its trial; seen after ever
 * other trials, a model learns to leave that out.
 */
final class ShuffledRun {

  private final DetrendedRun blocks;
  private final double[] drift;
  private final VectorRecipe recipe;
  private final double repetitionTime;
  private final List<FeedTrial> trials;

  /**
   * Prepares to shuffle a run.
   *
   * @param blocks the run
   * @param trials its trials, in order of onset
   * @param drift (V) in scanner units a volume; not copied
   * @param repetitionTime TR in seconds
   */
  ShuffledRun(
      DetrendedRun blocks,
      List<FeedTrial> trials,
      double[] drift,
      VectorRecipe recipe,
      double repetitionTime) {
    this.blocks = blocks;
    this.trials = trials;
    this.drift = drift;
    this.recipe = recipe;
    this.repetitionTime = repetitionTime;
  }

  /**
   * The trials in a random order, with at least half of the volumes of each window. A trial that
   * would no longer end before the run does is left out.
   */
  List<FeedTrial> draw(SplittableRandom random) {
    List<Integer> order = new ArrayList<>(order(random));
    List<Integer> volumes = new ArrayList<>();
    for (int t = 0; t < start(0); t++) {
      volumes.add(t);
    }
    List<TrialWindow> windows = new ArrayList<>();
    for (int trial : order) {
      TrialWindow window = trials.get(trial).window();
      int first = volumes.size() + window.first() - start(trial);
      windows.add(new TrialWindow(first, first + window.volumes() - 1));
      for (int t = start(trial); t < start(trial + 1); t++) {
        volumes.add(t);
      }
    }
    return vectors(order, windows, rows(volumes), random);
  }

  private List<FeedTrial> vectors(
      List<Integer> order, List<TrialWindow> windows, float[][] rows, SplittableRandom random) {
    List<FeedTrial> drawn = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      TrialWindow window = windows.get(i);
      if (window.last() < rows.length) {
        FeedMessage.Event event = trials.get(order.get(i)).event();
        drawn.add(
            new FeedTrial(event, window, thinned(rows, trial(i, event, window), window, random)));
      }
    }
    return drawn;
  }

  /** The trial at the time where it is put. */
  private FoldTrial trial(int index, FeedMessage.Event event, TrialWindow window) {
    double delay = event.window().delaySeconds().orElse(recipe.windowDelaySeconds());
    double onset = window.first() * repetitionTime - delay;
    return new FoldTrial(index, event.stimulusId(), onset, event.durationSeconds(), List.of());
  }

  /** Where a trial's block begins: with its window; the last block ends with the run. */
  private int start(int trial) {
    return trial < trials.size() ? trials.get(trial).window().first() : blocks.volumes();
  }

  private float[][] rows(List<Integer> volumes) {
    float[][] rows = new float[volumes.size()][drift.length];
    for (int t = 0; t < rows.length; t++) {
      float[] residual = blocks.residual(volumes.get(t));
      for (int v = 0; v < drift.length; v++) {
        double drifted = blocks.mean()[v] + drift[v] * (t - (rows.length - 1) / 2.0);
        rows[t][v] = (float) (residual[v] + drifted);
      }
    }
    return rows;
  }

  private float[] thinned(
      float[][] rows, FoldTrial trial, TrialWindow window, SplittableRandom random) {
    FinishedRun run = new FinishedRun(rows.length, drift.length, repetitionTime);
    VectorFold fold = recipe.method().fold(run.folded());
    fold.expect(trial);
    WindowMean mean = new WindowMean(drift.length);
    int keep = window.volumes() - random.nextInt(window.volumes() / 2 + 1);
    int left = window.volumes();
    int newest =
        run.asked(trial, window, recipe.newestVolume(window, repetitionTime)).newestVolume();
    for (int t = 0; t <= newest; t++) {
      fold.add(t, VolumeRow.of(rows[t]), false);
      if (t >= window.first()
          && t <= window.last()
          && random.nextInt(left--) < keep - mean.volumes()) {
        mean.add(t, rows[t]);
      }
    }
    return fold.vector(trial.index(), 0, window, mean).values();
  }

  private List<Integer> order(SplittableRandom random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      order.add(random.nextInt(order.size() + 1), i);
    }
    return order;
  }
}
