package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts of all that is known, of the topics and of the store together.
 *
 * @param stored how many pictures the object store has
 * @param deadLetters so many since then
 * @param deadLettersSince the dashboard's look-back; earlier ones are in the topic alone
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Totals(
    int runs,
    int trials,
    int images,
    int stored,
    int deadLetters,
    @Nullable Instant deadLettersSince) {}
