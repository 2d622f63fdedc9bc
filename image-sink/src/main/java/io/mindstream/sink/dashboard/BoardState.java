package io.mindstream.sink.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the page shows, at one moment. Pictures are named by address, not carried.
 *
 * @param version grows with every change
 * @param model the model of the newest picture; null before the first
 * @param run the run that was heard of last; null before the first
 * @param trials newest first
 * @param stages latency by stage, in the order in which data flows
 * @param totals counts since the page's look-back
 * @param deadLetters newest first, a few
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BoardState(
    long version,
    @Nullable Model model,
    @Nullable Run run,
    List<Trial> trials,
    Map<String, Latency> stages,
    Totals totals,
    List<Failure> deadLetters) {

  /** The model that makes the pictures; not trained means noise. */
  @Serdeable
  public record Model(
      String id,
      boolean trained,
      String sampler,
      int steps,
      String device,
      @Nullable String normalisation) {}

  /**
   * A run.
   *
   * @param state STARTED, ENDED or ABORTED
   * @param expectedVolumes null where the source does not know
   * @param brain address of a slice of the newest volume; null before the first
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Run(
      String runId,
      String state,
      String source,
      boolean simulated,
      double repetitionTimeSeconds,
      String grid,
      String roiId,
      int volumes,
      @Nullable Integer expectedVolumes,
      int trials,
      @Nullable Integer expectedTrials,
      int images,
      @Nullable String reason,
      @Nullable String brain) {}

  /**
   * A trial.
   *
   * @param key run id/trial-NNNN
   * @param stimulus address of the picture shown; null where unknown
   * @param samples addresses of the decoded pictures, by sample; null where not there yet
   * @param preview address of the newest picture while sampling; null before the first and after
   *     the last
   * @param previewStep sampling steps done, of previewSteps
   * @param totalMillis from the start of the last volume's acquisition to the stored picture; null
   *     before
   * @param stored how many samples are in the object store
   * @param failure why pictures that are missing do not come; null where they may, or none is
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Trial(
      String key,
      String runId,
      int trialIndex,
      String trialType,
      double onsetSeconds,
      @Nullable String stimulus,
      List<@Nullable String> samples,
      @Nullable String preview,
      int previewStep,
      int previewSteps,
      @Nullable Double totalMillis,
      int volumesUsed,
      int volumesExpected,
      int stored,
      @Nullable Failure failure) {}

  /** Milliseconds: median, 99th percentile, and of how many pictures. */
  @Serdeable
  public record Latency(double p50, double p99, int count) {}

  /** Counts. */
  @Serdeable
  public record Totals(int runs, int trials, int images, int stored, int deadLetters) {}

  /** A record that could not be used. */
  @Serdeable
  public record Failure(String code, String message, String topic, String service) {}
}
