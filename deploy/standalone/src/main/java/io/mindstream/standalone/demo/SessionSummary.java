package io.mindstream.standalone.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.mindstream.schemas.latency.Stage;
import io.mindstream.standalone.tally.LatencySummary;
import io.mindstream.standalone.tally.SessionTally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one session brought, counted on the topics and in the object store.
 *
 * @param runs runs that ended
 * @param volumes volumes on the topic
 * @param trials stimulus events on the topic
 * @param images images in the object store
 * @param deadLetters records that could not be used
 * @param objectStore address of the bucket
 * @param modelTrained false where the pictures can only be noise
 * @param stages latency of each stage, by its label
 * @param problems what is missing or went wrong, one line each; empty where all is well
 */
@JsonPropertyOrder({
  "runs",
  "volumes",
  "trials",
  "images",
  "deadLetters",
  "objectStore",
  "modelTrained",
  "stages",
  "problems"
})
public record SessionSummary(
    int runs,
    int volumes,
    int trials,
    int images,
    int deadLetters,
    String objectStore,
    boolean modelTrained,
    Map<String, LatencySummary> stages,
    List<String> problems) {

  /** The tally's numbers. */
  public static SessionSummary of(
      SessionTally tally, String objectStore, boolean modelTrained, List<String> problems) {
    SessionTally.Counts counts = tally.counts();
    return new SessionSummary(
        counts.runs(),
        counts.volumes(),
        counts.trials(),
        counts.stored(),
        counts.deadLetters(),
        objectStore,
        modelTrained,
        byLabel(tally.latencies()),
        problems);
  }

  /** True where every trial got its images and nothing was refused. */
  @JsonIgnore
  public boolean complete() {
    return problems.isEmpty();
  }

  private static Map<String, LatencySummary> byLabel(Map<Stage, LatencySummary> latencies) {
    Map<String, LatencySummary> stages = new LinkedHashMap<>();
    latencies.forEach((stage, latency) -> stages.put(stage.label(), latency));
    return stages;
  }
}
