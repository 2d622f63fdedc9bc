package io.mindstream.preprocess.run;

import java.time.Instant;

/**
 * What is kept of one volume: the values of the ROI's voxels and what tells of its quality, never
 * the volume. A volume that was refused leaves a row without values, so that its index counts once;
 * one that came when its turn was over as well, but to the run it is missing. Letters: V voxels of
 * the ROI, M brain voxels outside it.
 *
 * @param timestamp the record's timestamp, ms
 * @param acquiredAt acquisition began
 * @param receivedAt the bridge had the volume whole
 * @param values (V) in scanner units, owned by this row; empty where refused
 * @param context what else is known of the volume
 * @param passedOver true where it came when its turn was over: nothing is made of the row
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; owned by the row alone.
public record VolumeRow(
    long timestamp,
    Instant acquiredAt,
    Instant receivedAt,
    float[] values,
    VolumeContext context,
    boolean passedOver) {

  private static final float[] REFUSED = {};

  /** The row of a volume that came in its turn. */
  public VolumeRow(
      long timestamp,
      Instant acquiredAt,
      Instant receivedAt,
      float[] values,
      VolumeContext context) {
    this(timestamp, acquiredAt, receivedAt, values, context, false);
  }

  /** A row of which only the values are known, for what needs no times. */
  public static VolumeRow of(float[] values) {
    return new VolumeRow(0, Instant.EPOCH, Instant.EPOCH, values, VolumeContext.NONE);
  }

  /** The row of a volume that can't be used. */
  public static VolumeRow refused(long timestamp, Instant acquiredAt, Instant receivedAt) {
    return new VolumeRow(timestamp, acquiredAt, receivedAt, REFUSED, VolumeContext.NONE);
  }

  /** The row of a volume that came when its turn was over, or has none. */
  public static VolumeRow passedOver(long timestamp, Instant acquiredAt, Instant receivedAt) {
    return new VolumeRow(timestamp, acquiredAt, receivedAt, REFUSED, VolumeContext.NONE, true);
  }

  /** True where the volume can be averaged. */
  public boolean usable() {
    return values.length > 0;
  }
}
