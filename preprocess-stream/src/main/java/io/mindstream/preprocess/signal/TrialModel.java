package io.mindstream.preprocess.signal;

/**
 * How the response to single trials is modelled.
 *
 * @param hrf haemodynamic response function
 * @param noise of neighbouring volumes
 * @param score unit of the result
 */
public record TrialModel(Hrf hrf, NoiseModel noise, TrialScore score) {}
