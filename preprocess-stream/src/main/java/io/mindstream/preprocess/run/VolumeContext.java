package io.mindstream.preprocess.run;

/**
 * What a volume tells beyond its ROI. Letters: M brain voxels outside the ROI.
 *
 * @param outside (M) in scanner units; empty where none are sampled
 * @param motion (6) of the head against the reference: translation x, y, z in mm, rotation about x,
 *     y, z in degrees; empty where it is not estimated
 * @param ghostRatio see {@code GhostRatio}; NaN where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; owned by the row alone.
public record VolumeContext(float[] outside, double[] motion, double ghostRatio) {

  /** Nothing is known. */
  public static final VolumeContext NONE =
      new VolumeContext(new float[0], new double[0], Double.NaN);
}
