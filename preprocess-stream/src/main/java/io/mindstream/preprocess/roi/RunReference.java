package io.mindstream.preprocess.roi;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.Realigner;
import io.mindstream.imaging.registration.Realignment;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.imaging.registration.RoiValues;
import io.mindstream.preprocess.quality.BrainSample;
import io.mindstream.preprocess.quality.ClipLevel;
import io.mindstream.preprocess.quality.GhostRatio;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.StoredVoxels;
import org.jspecify.annotations.Nullable;

/**
 * What a run's volumes are read against: its first usable volume. Pure: made again from the same
 * volume it reads the same. Letters: V voxels of the ROI, M brain voxels outside it.
 */
public final class RunReference {

  private static final int SAMPLED = 256;

  /** Beyond the grid a voxel has the value at its edge, which says nothing of the brain. */
  private static final double MOST_OUTSIDE = 0.1;

  private static final double[] UNKNOWN = {};

  private final GhostRatio ghosts;
  private final RoiPlace outside;
  private final RoiPlace roi;
  private final Realign realign;
  private final @Nullable Realigner realigner;

  private RunReference(
      GhostRatio ghosts,
      RoiPlace outside,
      RoiPlace roi,
      Realign realign,
      @Nullable Realigner realigner) {
    this.ghosts = ghosts;
    this.outside = outside;
    this.roi = roi;
    this.realign = realign;
    this.realigner = realigner;
  }

  /**
   * Reads a run's first volume.
   *
   * @param reference is not kept
   * @param roi where the ROI lies in it
   */
  public static RunReference of(StoredVoxels reference, Grid grid, RoiPlace roi, Realign realign) {
    double level = ClipLevel.of(reference);
    return new RunReference(
        GhostRatio.chosenIn(reference, grid.shape(), level),
        RoiPlace.drawnOn(grid, BrainSample.of(reference, level, roi.indices(), SAMPLED)),
        roi,
        realign,
        realign == Realign.OFF ? null : Realigner.of(reference, grid));
  }

  /**
   * What a volume says.
   *
   * @param values (V), some of which may be no number; the reader's own
   * @param context the rest
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reading(float[] values, VolumeContext context) {}

  /** Reads the reference itself. */
  public Reading readFirst(StoredVoxels volume) {
    double[] motion = realigner == null ? UNKNOWN : RigidBody.IDENTITY.motion();
    return read(volume, RigidBody.IDENTITY, motion);
  }

  /**
   * Reads a volume.
   *
   * @param before motion of the volume before, as in {@link VolumeContext}
   * @throws PipelineException with INVALID_RECORD where too much of the ROI has left the grid
   */
  public Reading read(StoredVoxels volume, double[] before) {
    RigidBody start = before.length == 0 ? RigidBody.IDENTITY : RigidBody.ofMotion(before);
    if (realigner == null) {
      return read(volume, start, UNKNOWN);
    }
    Realignment found = realigner.estimate(volume, start);
    return read(volume, found.pose(), found.converged() ? found.pose().motion() : UNKNOWN);
  }

  private Reading read(StoredVoxels volume, RigidBody pose, double[] motion) {
    RigidBody followed = realign == Realign.ON ? pose : RigidBody.IDENTITY;
    float[] sampled = outside.values(volume, followed).values();
    for (int i = 0; i < sampled.length; i++) {
      sampled[i] = Float.isFinite(sampled[i]) ? sampled[i] : 0;
    }
    float[] values = inside(roi.values(volume, followed));
    return new Reading(values, new VolumeContext(sampled, motion, ghosts.of(volume)));
  }

  private static float[] inside(RoiValues roi) {
    if (roi.outside() > MOST_OUTSIDE * roi.values().length) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          roi.outside()
              + " of the ROI's "
              + roi.values().length
              + " voxels lie outside the volume, since the head has moved");
    }
    return roi.values();
  }
}
