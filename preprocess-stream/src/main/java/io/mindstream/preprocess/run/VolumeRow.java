package io.mindstream.preprocess.run;

import java.time.Instant;

/**
 * What is kept of one volume: the values of the ROI's voxels, never the volume. A volume that was
 * refused leaves a row without values, so that its index still counts once.
 *
 * @param readOrder position among the run's volumes as they were read, origin 0
 * @param late true where a volume with a higher index was read before it
 * @param timestamp the record's timestamp, ms
 * @param acquiredAt acquisition began
 * @param receivedAt the bridge had the volume whole
 * @param values one a ROI voxel, in scanner units, owned by this row; empty where refused
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; owned by the row alone.
public record VolumeRow(
    int readOrder,
    boolean late,
    long timestamp,
    Instant acquiredAt,
    Instant receivedAt,
    float[] values) {

  /** The same volume with other values. */
  public VolumeRow with(float[] others) {
    return new VolumeRow(readOrder, late, timestamp, acquiredAt, receivedAt, others);
  }

  /** True where the volume can be averaged. */
  public boolean usable() {
    return values.length > 0;
  }
}
