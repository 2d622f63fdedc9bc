package io.mindstream.preprocess.signal;

/** What is done with the responses to earlier trials that reach into a window. */
public enum Overlap {
  /** They stay in it. */
  NONE,
  /** They are taken out, by the course that responses had in the run so far: {@link FirBasis}. */
  FIR
}
