package io.mindstream.bridge.live;

import io.mindstream.bridge.source.RunDescription;
import io.mindstream.schemas.avro.RoiMask;

/**
 * What is known of a run once its first volume is there.
 *
 * @param run its header
 * @param roi the voxels to decode
 */
public record RunStart(RunDescription run, RoiMask roi) {

  /** Longer ones are milliseconds taken for seconds, or no time at all. */
  private static final double LONGEST_TR_SECONDS = 30;

  /** True for a TR that a scanner may have. */
  public static boolean plausible(double seconds) {
    return seconds > 0 && seconds <= LONGEST_TR_SECONDS;
  }
}
