package io.mindstream.preprocess.roi;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.Registration;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.imaging.registration.RoiResampler;
import io.mindstream.imaging.registration.RoiValues;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RoiReference;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.Locale;

/**
 * Where an ROI lies in a run's reference volume. Letters: V voxels of the ROI.
 *
 * @param indices linear, of the voxels of the run's grid that belong to it, read only; none where
 *     it was carried over, since its places lie between them
 * @param onGrid true where the ROI was drawn on the run's own grid
 * @param resampler its values where the head has moved
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RoiPlace(int[] indices, boolean onGrid, RoiResampler resampler) {

  /** An ROI that was drawn on the run's grid. */
  public static RoiPlace drawnOn(Grid grid, int[] indices) {
    return new RoiPlace(indices, true, RoiResampler.of(indices, grid));
  }

  /**
   * An ROI of an earlier session, carried over to the head as it lies in a run's first volume.
   *
   * @param mask with the image that it was drawn on
   * @throws PipelineException with ROI_SHAPE_MISMATCH where the two images do not come together
   */
  public static RoiPlace carried(
      RoiMask mask, RoiReference image, RoiVoxels roi, StoredVoxels first, Grid grid) {
    Grid earlier = Grid.of(mask.getGeometry());
    StoredVoxels drawnOn =
        new StoredVoxels(
            earlier.shape(),
            StoredVoxels.Type.valueOf(image.getType().name()),
            image.getSlope(),
            image.getIntercept(),
            image.getVoxels());
    Registration found = Registration.of(drawnOn, earlier, first, grid);
    if (!found.found().converged()) {
      throw new PipelineException(
          FailureCode.ROI_SHAPE_MISMATCH,
          String.format(
              Locale.ROOT,
              "ROI %s can't be carried over: its reference image and the run's first volume do not"
                  + " come together (%s, %.0f %% unexplained); publish a mask that was drawn on the"
                  + " run's grid",
              mask.getRoiId(),
              found.found().outcome(),
              100 * found.found().residual()));
    }
    return new RoiPlace(
        new int[0], false, RoiResampler.carried(roi.indices(), earlier, found.map(), grid));
  }

  /** The values (V) of a volume in which the head has a pose. */
  RoiValues values(StoredVoxels volume, RigidBody pose) {
    return onGrid && pose.equals(RigidBody.IDENTITY)
        ? new RoiValues(volume.gather(indices), 0)
        : resampler.sample(volume, pose);
  }
}
