package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used.
 *
 * @param id partition/offset in the dead letters, as {@code mindstream dead-letters show} takes it
 * @param code failure code
 * @param message what was wrong and what to do
 * @param topic where the record lay
 * @param service what gave up on it
 * @param runId the run it belongs to; null where that cannot be told
 * @param trialIndex the trial that gets no picture for it; null where it belongs to none
 * @param at when, UTC
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Letter(
    String id,
    String code,
    String message,
    String topic,
    String service,
    @Nullable String runId,
    @Nullable Integer trialIndex,
    Instant at) {

  /** As the trial shows it. */
  public Trial.Failure failure() {
    return new Trial.Failure(code, message, topic, service);
  }
}
