package io.mindstream.sink.api;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Counts of all that is known, of the topics and of the store together.
 *
 * @param stored how many pictures the object store has
 * @param deadLetters since the dashboard's look-back
 */
@Serdeable
public record Totals(int runs, int trials, int images, int stored, int deadLetters) {}
