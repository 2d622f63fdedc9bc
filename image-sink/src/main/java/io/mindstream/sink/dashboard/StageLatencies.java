package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.latency.LatencyHistogram;
import io.mindstream.schemas.latency.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long the pictures took in each stage, in milliseconds. Not for several threads. */
final class StageLatencies {

  private static final Set<Stage> ENDED_BY_STORING = EnumSet.of(Stage.STORE, Stage.TOTAL);
  private static final Set<Stage> ENDED_BY_DECODING = EnumSet.range(Stage.BRIDGE, Stage.DECODE);

  private final Map<Stage, LatencyHistogram> byStage = new EnumMap<>(Stage.class);

  /** A picture's record came. */
  void decoded(StageTimes times) {
    add(ENDED_BY_DECODING, times, null);
  }

  /** A picture is stored. */
  void stored(StageTimes times, Instant at) {
    add(ENDED_BY_STORING, times, at);
  }

  /** By the stages' labels, in the order in which data flows. */
  Map<String, BoardState.Latency> summary() {
    Map<String, BoardState.Latency> summary = new LinkedHashMap<>();
    byStage.forEach((stage, values) -> summary.put(stage.label(), latency(values)));
    return summary;
  }

  private static BoardState.Latency latency(LatencyHistogram stage) {
    return new BoardState.Latency(stage.p50Millis(), stage.p99Millis(), stage.count());
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private void add(Set<Stage> stages, StageTimes times, @Nullable Instant storedAt) {
    for (Stage stage : stages) {
      stage
          .duration(times, storedAt)
          .ifPresent(
              took -> byStage.computeIfAbsent(stage, key -> new LatencyHistogram()).record(took));
    }
  }
}
