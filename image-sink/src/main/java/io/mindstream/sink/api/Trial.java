package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial. Pictures are named by address, not carried.
 *
 * @param key run id/trial-NNNN
 * @param runId run, as BIDS entities
 * @param trialIndex position in the run, origin 0
 * @param trialType category shown
 * @param stimulusId name of the very picture shown, where known
 * @param onsetSeconds start of the stimulus from the run's volume 0
 * @param state how far it is
 * @param stimulus address of the picture shown; null where unknown
 * @param samples addresses of the decoded pictures, by sample; null where not there yet
 * @param preview address of the newest picture while sampling; null before the first and after the
 *     last
 * @param previewStep sampling steps done, of previewSteps
 * @param totalMillis from the start of the last volume's acquisition to the decoded picture, which
 *     is when it is shown; null before
 * @param volumesUsed how many volumes were averaged
 * @param volumesExpected of how many
 * @param firstVolume of its window, origin 0; null before the first picture
 * @param lastVolume of its window, origin 0; null before the first picture
 * @param stored how many samples are in the object store
 * @param model what made the pictures; null before the first
 * @param quality why they may not be believed, as in trial.json
 * @param revision which of its answers is shown: the newest that is whole; null before the first
 * @param revisions all its answers, by revision
 * @param similarity to the picture shown; null where not known
 * @param failure why pictures that are missing do not come; null where they may, or none is
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Trial(
    String key,
    String runId,
    int trialIndex,
    String trialType,
    @Nullable String stimulusId,
    double onsetSeconds,
    State state,
    @Nullable String stimulus,
    List<@Nullable String> samples,
    @Nullable String preview,
    int previewStep,
    int previewSteps,
    @Nullable Double totalMillis,
    int volumesUsed,
    int volumesExpected,
    @Nullable Integer firstVolume,
    @Nullable Integer lastVolume,
    int stored,
    @Nullable Model model,
    List<String> quality,
    @Nullable Integer revision,
    List<Revision> revisions,
    @Nullable Similarity similarity,
    @Nullable Failure failure) {

  /** How far a trial is. Named as in JSON. */
  public enum State {
    /** Shown; nothing decoded. */
    waiting,
    /** Some of its pictures are there, or one is being made. */
    decoding,
    /** All pictures are there. */
    decoded,
    /** Something of it could not be used, and pictures are missing. */
    failed
  }

  /** Copies the lists. */
  public Trial {
    samples = Collections.unmodifiableList(new ArrayList<>(samples));
    quality = List.copyOf(quality);
    revisions = List.copyOf(revisions);
  }

  /** The same, with what the run's document says of its pictures. */
  public Trial with(@Nullable Similarity known) {
    return new Trial(
        key,
        runId,
        trialIndex,
        trialType,
        stimulusId,
        onsetSeconds,
        state,
        stimulus,
        samples,
        preview,
        previewStep,
        previewSteps,
        totalMillis,
        volumesUsed,
        volumesExpected,
        firstVolume,
        lastVolume,
        stored,
        model,
        quality,
        revision,
        revisions,
        known,
        failure);
  }

  /**
   * One of a trial's answers; a later one saw more volumes.
   *
   * @param revision 1, 2, 3, ...
   * @param last whether no later one follows while the run goes well
   * @param newestVolume index of the newest volume that it knows; null where that is not known
   * @param samples addresses of its pictures, by sample; null where not there yet
   * @param quality why they may not be believed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Revision(
      int revision,
      boolean last,
      @Nullable Integer newestVolume,
      List<@Nullable String> samples,
      List<String> quality) {

    /** Copies the lists. */
    public Revision {
      samples = Collections.unmodifiableList(new ArrayList<>(samples));
      quality = List.copyOf(quality);
    }
  }

  /**
   * How alike two pictures are.
   *
   * @param pixelCorrelation Pearson's correlation over pixels and colours, -1 to 1
   * @param ssim structural similarity of the luminances, at most 1
   */
  @Serdeable
  public record Similarity(double pixelCorrelation, double ssim) {}

  /** Why a record could not be used. */
  @Serdeable
  public record Failure(String code, String message, String topic, String service) {}
}
