package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How long pictures take.
 *
 * @param stages by name, in the order in which data flows
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Latency(Map<String, Stage> stages) {

  /** Milliseconds: median, 99th percentile, and of how many pictures. */
  @Serdeable
  public record Stage(double p50, double p99, int count) {}

  /**
   * A picture.
   *
   * @param at when it was decoded, UTC
   * @param totalMillis from the start of the last volume's acquisition to then
   */
  @Serdeable
  public record Point(Instant at, double totalMillis) {}

  /** With the newest pictures, oldest first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Series(Map<String, Stage> stages, List<Point> series) {}
}
