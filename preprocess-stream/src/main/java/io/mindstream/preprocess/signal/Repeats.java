package io.mindstream.preprocess.signal;

/** What is done with earlier trials that showed the same stimulus. */
public enum Repeats {
  /** A trial's response is its own alone. */
  NONE,
  /** The mean of a trial's response and those to the same stimulus before it. */
  MEAN
}
