package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.latency.LatencyHistogram;
import io.mindstream.schemas.latency.Stage;
import io.mindstream.sink.api.Latency;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long the pictures took in each stage, in milliseconds. May be used by several threads. */
public final class LatencyBoard {

  private static final Set<Stage> ENDED_BY_STORING = EnumSet.of(Stage.STORE, Stage.TOTAL);
  private static final Set<Stage> ENDED_BY_DECODING = EnumSet.range(Stage.BRIDGE, Stage.DECODE);
  private static final int POINTS = 300;

  private final Touched touched;
  private final Map<Stage, LatencyHistogram> byStage = new EnumMap<>(Stage.class);
  private final Map<TrialKey, Latency.Point> points = new LinkedHashMap<>();

  LatencyBoard(Touched touched) {
    this.touched = touched;
  }

  /** A picture's record came. */
  void decoded(StageTimes times) {
    add(ENDED_BY_DECODING, times, null);
  }

  /** A picture is stored. */
  void stored(StageTimes times, Instant at) {
    add(ENDED_BY_STORING, times, at);
  }

  /** The total of a trial is known, or known better. */
  synchronized void total(TrialKey trial, Instant at, double millis) {
    points.remove(trial);
    points.put(trial, new Latency.Point(at, millis));
    if (points.size() > POINTS) {
      points.remove(points.keySet().iterator().next());
    }
    touched.soon(Thing.Whole.LATENCY);
  }

  /** By the stages' labels, in the order in which data flows. */
  public synchronized Latency view() {
    Map<String, Latency.Stage> summary = new LinkedHashMap<>();
    byStage.forEach((stage, values) -> summary.put(stage.label(), latency(values)));
    return new Latency(summary);
  }

  /** With the newest pictures. */
  public synchronized Latency.Series series() {
    return new Latency.Series(
        view().stages(),
        points.values().stream().sorted(Comparator.comparing(Latency.Point::at)).toList());
  }

  private synchronized void add(Set<Stage> stages, StageTimes times, @Nullable Instant storedAt) {
    for (Stage stage : stages) {
      stage
          .duration(times, storedAt)
          .ifPresent(
              took -> byStage.computeIfAbsent(stage, key -> new LatencyHistogram()).record(took));
    }
    touched.soon(Thing.Whole.LATENCY);
  }

  private static Latency.Stage latency(LatencyHistogram stage) {
    return new Latency.Stage(stage.p50Millis(), stage.p99Millis(), stage.count());
  }
}
