package io.mindstream.preprocess.signal;

/** In which unit the response to a trial is given. */
public enum TrialScore {
  /** Scanner units: the response's plateau, were the stimulus shown for ever. */
  BETA,
  /** The same over its standard error: without unit. */
  T
}
