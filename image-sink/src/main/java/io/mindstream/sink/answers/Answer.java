package io.mindstream.sink.answers;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.fmri.TrialKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a trial so far.
 *
 * @param trial which
 * @param status how it stands
 * @param occurredAt when its stimulus began; empty where its event was not seen
 * @param samples its pictures, in order, without their bytes
 * @param failure why it gets none
 * @param volumes so many of its run were seen
 * @param place counts the finished trials in the order in which they finished, from 1; 0 before
 * @param finishedAt when it was decoded or given up, by the clock of who did it
 */
public record Answer(
    TrialKey trial,
    Status status,
    Optional<Instant> occurredAt,
    List<DecodedImage> samples,
    Optional<Failure> failure,
    int volumes,
    long place,
    Optional<Instant> finishedAt) {

  /** How a trial stands. */
  public enum Status {
    /** Not finished. */
    PENDING,
    /** All its pictures are there. */
    DECODED,
    /** A dead letter says why it gets none. */
    FAILED
  }

  /**
   * Of a dead letter.
   *
   * @param code its failure code
   * @param message what was wrong and what to do
   */
  public record Failure(String code, String message) {}

  /** True once nothing more is waited for. */
  public boolean finished() {
    return status != Status.PENDING;
  }
}
