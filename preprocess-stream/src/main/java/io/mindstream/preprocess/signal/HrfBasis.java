package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;

/**
 * One part: the response as a haemodynamic response function says.
 *
 * @param hrf which
 * @param shape of the run
 */
record HrfBasis(Hrf hrf, SignalShape shape) implements TrialBasis {

  @Override
  public int part(Trial trial, int index) {
    return 0;
  }

  @Override
  public double value(Trial trial, int index) {
    return hrf.response(shape.seconds(index) - trial.onsetSeconds(), trial.durationSeconds());
  }

  @Override
  public boolean common() {
    return false;
  }
}
