package io.mindstream.lab.evaluation;

import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.schemas.avro.VoxelVector;
import java.util.List;

/**
 * What the pipeline made of the test runs.
 *
 * @param trials in the order of run and trial, those alone that have all their pictures
 * @param problems what else happened, one line each: dead letters, missing pictures
 */
public record DecodedSession(List<DecodedTrial> trials, List<String> problems) {

  /**
   * One trial.
   *
   * @param vector as it was on {@code decoder.voxel-vectors}
   * @param samples as they are in the object store
   */
  record DecodedTrial(VoxelVector vector, List<RgbImage> samples) {}
}
