package io.mindstream.lab.scoring;

/**
 * A point of the curve that shows how a model bears noise.
 *
 * @param factor of the simulated scanner's noise
 * @param scores with that noise
 */
public record NoiseLevel(double factor, Scores scores) {}
