package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import java.util.List;

/** What a voxel vector must be before it is worth a decode. */
final class VectorChecks {

  private VectorChecks() {}

  /**
   * The trial that the vector names.
   *
   * @throws PipelineException with {@link FailureCode#INVALID_RECORD} where a field rules itself
   *     out
   */
  static TrialKey trialOf(VoxelVector vector) {
    if (vector.getFirstVolume() < 0 || vector.getLastVolume() < vector.getFirstVolume()) {
      throw invalid(
          "the window must run forward from volume 0, got firstVolume "
              + vector.getFirstVolume()
              + ", lastVolume "
              + vector.getLastVolume());
    }
    if (vector.getVolumesUsed() < 1 || vector.getVolumesUsed() > vector.getVolumesExpected()) {
      throw invalid(
          "volumesUsed must lie between 1 and volumesExpected, got "
              + vector.getVolumesUsed()
              + " of "
              + vector.getVolumesExpected());
    }
    try {
      return new TrialKey(vector.getRunId(), vector.getTrialIndex());
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Checks that the vector asks for no other model than the loaded one.
   *
   * @throws PipelineException with {@link FailureCode#UNKNOWN_MODEL}
   */
  static void requireModel(VoxelVector vector, String loaded) {
    vector
        .getModelId()
        .filter(asked -> !asked.equals(loaded))
        .ifPresent(
            asked -> {
              throw new PipelineException(
                  FailureCode.UNKNOWN_MODEL,
                  "the run asks for model '"
                      + asked
                      + "' but this worker has '"
                      + loaded
                      + "'; start a worker with mindstream.decoder.bundle set to that model");
            });
  }

  /**
   * The vector's values as a new array, one number a voxel in the ROI's order.
   *
   * @throws PipelineException with {@link FailureCode#NOT_FINITE} where one is NaN or infinite
   */
  static float[] valuesOf(VoxelVector vector) {
    List<Float> values = vector.getValues();
    float[] numbers = new float[values.size()];
    for (int voxel = 0; voxel < numbers.length; voxel++) {
      numbers[voxel] = values.get(voxel);
      if (!Float.isFinite(numbers[voxel])) {
        throw new PipelineException(
            FailureCode.NOT_FINITE,
            "values[" + voxel + "] is " + numbers[voxel] + "; every voxel needs a finite number");
      }
    }
    return numbers;
  }

  /**
   * Checks the number of voxels against that of the model's ROI, where the bundle knows it. Padding
   * would hide a difference of a few.
   *
   * @throws PipelineException with {@link FailureCode#VOXEL_COUNT_MISMATCH}
   */
  static void requireVoxels(VoxelVector vector, ModelCard model) {
    Integer wanted = model.roiVoxels();
    int given = vector.getValues().size();
    if (wanted != null && wanted != given) {
      throw new PipelineException(
          FailureCode.VOXEL_COUNT_MISMATCH,
          "ROI '"
              + vector.getRoiId()
              + "' has "
              + given
              + " voxels, but model '"
              + model.id()
              + "' was made for "
              + wanted
              + "; give the run the model's ROI, or the worker a model of this one");
    }
  }

  private static PipelineException invalid(String why) {
    return new PipelineException(FailureCode.INVALID_RECORD, "the voxel vector is invalid: " + why);
  }
}
