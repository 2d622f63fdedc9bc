package io.mindstream.preprocess.signal;

/**
 * A response to a trial as a recipe gives it.
 *
 * @param values (V), a new array
 * @param trials how many trials' responses are averaged in it, 1 or more
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TrialResponse(float[] values, int trials) {}
