package io.mindstream.preprocess.normalise;

/**
 * A trial's vector.
 *
 * @param values (V), a new array
 * @param trialsAveraged how many trials' responses are averaged in it: 1, or more with repeats
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrialVector(float[] values, int trialsAveraged) {

  /** Of one trial alone. */
  static TrialVector of(float[] values) {
    return new TrialVector(values, 1);
  }
}
