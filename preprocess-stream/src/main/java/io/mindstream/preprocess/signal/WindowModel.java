package io.mindstream.preprocess.signal;

/**
 * The mean of a window of the signal.
 *
 * @param overlap what is done with earlier responses that reach into it
 */
public record WindowModel(Overlap overlap) implements SignalModel {}
