package io.mindstream.storage.document;

import io.mindstream.storage.recording.RecordingIndex.Play;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code vectors.json}: how a finished run's vectors were made again from its recording; written
 * after {@code vectors.avro}.
 *
 * @param format version of this document
 * @param runId run, as BIDS entities
 * @param version of the run's vectors, origin 1; null where they lie in a folder of somebody's own
 * @param madeAt when, UTC
 * @param source what they were made of
 * @param recipe how
 * @param result what came of it
 * @param software what made them
 */
public record VectorsDocument(
    int format,
    String runId,
    @Nullable Integer version,
    Instant madeAt,
    Source source,
    Recipe recipe,
    Result result,
    Software software) {

  /** The version that is written. */
  public static final int FORMAT = 1;

  /** The same, as a version. */
  public VectorsDocument as(int number) {
    return new VectorsDocument(format, runId, number, madeAt, source, recipe, result, software);
  }

  /**
   * The recording.
   *
   * @param recording folder of the recording in the object store
   * @param play which play of the run, origin 1
   * @param startedAt acquisition of the play's volume 0, UTC
   * @param state STARTED where the recording has no end, ENDED or ABORTED
   * @param feed where the volumes came from
   * @param simulated true where no brain was scanned
   * @param repetitionTimeSeconds TR
   */
  public record Source(
      String recording,
      int play,
      Instant startedAt,
      String state,
      String feed,
      boolean simulated,
      double repetitionTimeSeconds) {

    /** A play of a recording. */
    public static Source of(String recording, int number, Play play) {
      return new Source(
          recording,
          number,
          play.startedAt(),
          play.state(),
          play.source(),
          play.simulated(),
          play.repetitionTimeSeconds());
    }
  }

  /**
   * The settings, as those of {@code mindstream.preprocess}.
   *
   * @param normalisation none, running, percent, or a recipe in its canonical form
   * @param steadyVolumes with running and percent; else null
   * @param windowDelaySeconds from an event's onset to its window
   * @param windowLengthSeconds null where it is the event's duration
   * @param answerDelaysSeconds from a window's end to each answer
   * @param runEndAnswer true where each trial has one more answer, which knows the whole run
   * @param realign off, watch or on
   * @param minShare least share of a window's volumes that must be there
   * @param roiId the mask
   * @param roiChecksum SHA-256 of its grid and voxels, in hex, as in vectors and bundles
   * @param voxels how many numbers a vector has
   */
  public record Recipe(
      String normalisation,
      @Nullable Integer steadyVolumes,
      double windowDelaySeconds,
      @Nullable Double windowLengthSeconds,
      List<Double> answerDelaysSeconds,
      boolean runEndAnswer,
      String realign,
      double minShare,
      String roiId,
      String roiChecksum,
      int voxels) {

    /** Copies the list. */
    public Recipe {
      answerDelaysSeconds = List.copyOf(answerDelaysSeconds);
    }
  }

  /**
   * What came of it.
   *
   * @param trials how many have a vector
   * @param vectors how many there are: one a trial and answer
   * @param sha256 of vectors.avro, in hex
   * @param refusedTrials answers that can't be had
   * @param refusedVolumes volumes that can't be used
   */
  public record Result(
      int trials,
      int vectors,
      String sha256,
      List<Refusal> refusedTrials,
      List<Refusal> refusedVolumes) {

    /** Copies the lists. */
    public Result {
      refusedTrials = List.copyOf(refusedTrials);
      refusedVolumes = List.copyOf(refusedVolumes);
    }
  }

  /**
   * What the live stream would have made a dead letter of.
   *
   * @param index of the trial or volume, origin 0
   * @param code failure code
   * @param message why, and what to do
   */
  public record Refusal(int index, String code, String message) {}
}
