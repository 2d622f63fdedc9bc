package io.mindstream.bridge.simulation;

/**
 * A stimulus on the screen.
 *
 * @param onsetSeconds from the start of volume 0
 * @param durationSeconds how long it is shown
 */
public record Presentation(Stimulus stimulus, double onsetSeconds, double durationSeconds) {}
