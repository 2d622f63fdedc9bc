package io.mindstream.preprocess.quality;

import java.time.Instant;

/**
 * What the measures need of one volume. Letters: V voxels of the ROI, M brain voxels outside it.
 *
 * @param index the volume's index in the run, origin 0
 * @param acquiredAt acquisition began
 * @param receivedAt the bridge had the volume whole
 * @param roi (V) in scanner units, read only; empty where the volume was refused
 * @param outside (M) in scanner units, the same voxels in each row, see {@link BrainSample}; M may
 *     be 0; empty where the volume was refused
 * @param motion translation along x, y, z in mm, rotation about x, y, z in degrees; empty where the
 *     run is not realigned
 * @param ghostRatio see {@link GhostRatio}; NaN where it isn't known
 * @param refused true where the volume can't be used
 * @param inTrial true where the volume belongs to a trial's window
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; handed from one caller to one.
public record QualityRow(
    int index,
    Instant acquiredAt,
    Instant receivedAt,
    float[] roi,
    float[] outside,
    double[] motion,
    double ghostRatio,
    boolean refused,
    boolean inTrial) {

  /** Checks the numbers of values. */
  public QualityRow {
    if (motion.length != 0 && motion.length != HeadMotion.PARAMETERS) {
      throw new IllegalArgumentException(
          "motion has " + motion.length + " numbers; it needs 6, or none");
    }
    if (refused != (roi.length == 0)) {
      throw new IllegalArgumentException(
          "volume " + index + " needs values of the ROI, or to be refused");
    }
  }
}
