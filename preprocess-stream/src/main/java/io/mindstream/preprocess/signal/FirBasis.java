package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;

/**
 * A response of any course, the same for all trials: a part for each volume from the first that
 * starts at a trial's onset or after, until {@value #TAIL_SECONDS} s after its end (finite impulse
 * response: Glover, NeuroImage 9, 1999).
 *
 * @param shape of the run
 */
record FirBasis(SignalShape shape) implements TrialBasis {

  private static final double TAIL_SECONDS = 20;

  /** Of a stimulus that is shown for minutes, or for ever: each part costs as much as a volume. */
  private static final int MOST_PARTS = 64;

  @Override
  public int part(Trial trial, int index) {
    return (int) (index - first(trial.onsetSeconds()));
  }

  @Override
  public double value(Trial trial, int index) {
    double from = first(trial.onsetSeconds());
    double to = first(trial.onsetSeconds() + trial.durationSeconds() + TAIL_SECONDS);
    return index >= from && index < Math.min(to, from + MOST_PARTS) ? 1 : 0;
  }

  @Override
  public boolean common() {
    return true;
  }

  private double first(double seconds) {
    return TrialWindow.firstFrom(seconds, shape.repetitionTimeSeconds());
  }
}
