package io.mindstream.decoder.mindvis;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import io.mindstream.decoder.array.FmriPreprocessing.Statistics;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;

/** From raw ROI values to what the encoder takes, as a bundle says. */
public final class TrialVoxels {

  private TrialVoxels() {}

  /**
   * Pads and normalises. With statistics {@code own} those of the given matrix are used, all trials
   * together.
   *
   * @param raw (trials, V0)
   * @return (trials, V), V the encoder's voxels
   * @throws PipelineException VOXEL_COUNT_MISMATCH where V0 does not pad to V, NOT_FINITE where the
   *     values cannot be normalised
   */
  public static FloatArray prepare(DoubleArray raw, BundleDescription model) {
    requireVoxels(raw.columns(), model);
    float[] values = raw.floats();
    requireFinite("the voxels", values);
    DoubleArray padded = FmriPreprocessing.pad(raw, model.architecture().encoder().patchSize());
    DoubleArray ready = normalise(padded, model.statistics());
    return new FloatArray(new long[] {ready.rows(), ready.columns()}, ready.floats());
  }

  private static DoubleArray normalise(DoubleArray padded, VoxelScaling statistics) {
    if (statistics instanceof VoxelScaling.None) {
      return padded;
    }
    Statistics scalars =
        statistics instanceof VoxelScaling.Fixed fixed
            ? new Statistics(fixed.mean(), fixed.sd())
            : FmriPreprocessing.statistics(padded);
    if (!(scalars.sd() > 0)) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "all voxels hold the same value, so that they cannot be normalised; check the ROI");
    }
    return FmriPreprocessing.normalise(padded, scalars);
  }

  private static void requireVoxels(int given, BundleDescription model) {
    int patch = model.architecture().encoder().patchSize();
    int wanted = model.architecture().encoder().voxels();
    if (given < 1 || FmriPreprocessing.paddedVoxels(given, patch) != wanted) {
      throw new PipelineException(
          FailureCode.VOXEL_COUNT_MISMATCH,
          "the vector has %d voxels, but model '%s' takes %d to %d (padded to %d)"
              .formatted(given, model.id(), wanted - patch, wanted - 1, wanted));
    }
  }

  /**
   * Checks values before they enter, or after they leave, the network.
   *
   * @param what they are, for people
   * @throws PipelineException NOT_FINITE where there is a NaN or an infinity
   */
  static void requireFinite(String what, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new PipelineException(
            FailureCode.NOT_FINITE,
            "%s must be finite, but number %d of %d is %s"
                .formatted(what, i, values.length, values[i]));
      }
    }
  }
}
