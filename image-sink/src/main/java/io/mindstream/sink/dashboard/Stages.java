package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.StageTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the newest pictures took in each stage, in milliseconds. Not for several threads. */
final class Stages {

  private static final String TOTAL = "total";

  private final Map<String, Percentiles> byStage = new LinkedHashMap<>();

  /** A picture's record came. */
  void decoded(StageTimes times) {
    add("bridge", times.getLastVolumeAcquiredAt(), times.getLastVolumeReceivedAt());
    add("preprocess", times.getLastVolumeReceivedAt(), times.getVectorEmittedAt());
    times.getDecodeStartedAt().ifPresent(start -> add("queue", times.getVectorEmittedAt(), start));
    times
        .getDecodeStartedAt()
        .ifPresent(start -> times.getDecodeEndedAt().ifPresent(end -> add("decode", start, end)));
  }

  /** A picture is stored. */
  void stored(StageTimes times, Instant at) {
    times.getDecodeEndedAt().ifPresent(end -> add("store", end, at));
    add(TOTAL, times.getLastVolumeAcquiredAt(), at);
  }

  Map<String, BoardState.Latency> summary() {
    Map<String, BoardState.Latency> summary = new LinkedHashMap<>();
    byStage.forEach(
        (stage, values) -> {
          if (!stage.equals(TOTAL)) {
            summary.put(stage, values.summary());
          }
        });
    Percentiles total = byStage.get(TOTAL);
    if (total != null) {
      summary.put(TOTAL, total.summary());
    }
    return summary;
  }

  static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private void add(String stage, Instant from, Instant to) {
    byStage.computeIfAbsent(stage, name -> new Percentiles()).add(millis(from, to));
  }
}
