package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.trial.FoldTrial;
import java.util.Comparator;
import java.util.PriorityQueue;

/** When trials are, asked in order of time: each trial is looked at once. */
final class TrialTimes {

  private final PriorityQueue<FoldTrial> ahead =
      new PriorityQueue<>(Comparator.comparingDouble(FoldTrial::onsetSeconds));
  private double until = Double.NEGATIVE_INFINITY; // the last end of those that began

  void add(FoldTrial trial) {
    ahead.add(trial);
  }

  /** True while a stimulus is shown; times ascend. */
  boolean isInTrial(double seconds) {
    while (!ahead.isEmpty() && ahead.element().onsetSeconds() <= seconds) {
      FoldTrial begun = ahead.remove();
      until = Math.max(until, begun.onsetSeconds() + begun.durationSeconds());
    }
    return seconds < until;
  }
}
