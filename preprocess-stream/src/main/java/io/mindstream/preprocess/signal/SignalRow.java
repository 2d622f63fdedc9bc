package io.mindstream.preprocess.signal;

/**
 * What a run's signal is told of one volume.
 *
 * @param index of the volume in the run, origin 0
 * @param values (V) ROI voxels in scanner units, all finite; owned by this row, never changed
 * @param outside (M) brain voxels outside the ROI in scanner units, all finite; empty where none
 *     are kept
 * @param motion translation x, y, z in mm, then rotation about x, y, z in degrees, against one
 *     reference for the whole run; empty where the run is not realigned
 * @param spike true where the volume is flagged as one
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; owned by the row alone.
public record SignalRow(
    int index, float[] values, float[] outside, double[] motion, boolean spike) {

  /** Checks index and number of motion parameters. */
  public SignalRow {
    if (index < 0) {
      throw new IllegalArgumentException("a volume's index is 0 or more, got " + index);
    }
    if (motion.length != 0 && motion.length != 6) {
      throw new IllegalArgumentException(
          "volume " + index + " has " + motion.length + " motion parameters, give 6 or none");
    }
  }

  /** A volume of a run that is not realigned, without voxels outside the ROI. */
  public static SignalRow of(int index, float[] values) {
    return new SignalRow(index, values, new float[0], new double[0], false);
  }
}
