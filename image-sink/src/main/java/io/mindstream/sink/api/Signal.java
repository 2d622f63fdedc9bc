package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One volume of the trace.
 *
 * @param run run, as BIDS entities
 * @param volume position in the run, origin 0
 * @param at when the bridge had it whole, UTC
 * @param roiMean mean of the ROI's voxels in scanner units; null where the mask is not known
 * @param jitterMillis how much later it came behind the volume before than it was acquired behind
 *     it, which is a TR where none lacks; null for the first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Signal(
    String run, int volume, Instant at, @Nullable Double roiMean, @Nullable Double jitterMillis) {

  /** The trace of a run, by volume. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Trace(String run, List<Signal> points) {

    /** Copies the list. */
    public Trace {
      points = List.copyOf(points);
    }
  }
}
