package io.mindstream.preprocess.offline;

import io.mindstream.schemas.avro.VoxelVector;
import java.util.List;

/**
 * What the stream makes of a whole run.
 *
 * @param vectors in the order in which they would have been sent
 * @param trials answers that can't be had
 * @param volumes volumes that can't be used
 */
public record OfflineRun(List<VoxelVector> vectors, List<Refused> trials, List<Refused> volumes) {

  /** Copies the lists. */
  public OfflineRun {
    vectors = List.copyOf(vectors);
    trials = List.copyOf(trials);
    volumes = List.copyOf(volumes);
  }

  /**
   * What would have become a dead letter.
   *
   * @param index of the trial or volume, origin 0
   * @param code as a {@link io.mindstream.schemas.failure.FailureCode}
   * @param message why, and what to do
   */
  public record Refused(int index, String code, String message) {}
}
