package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;

/**
 * How the response to a trial is written in columns of the design: in parts, of which each volume
 * sees at most one.
 */
interface TrialBasis {

  /** Which part a volume sees, origin 0; only where its value is not 0. */
  int part(Trial trial, int index);

  /** The part's value at a volume; 0 before the response has begun and once it is over. */
  double value(Trial trial, int index);

  /** True where the response is believed to be the same to all trials. */
  boolean common();
}
