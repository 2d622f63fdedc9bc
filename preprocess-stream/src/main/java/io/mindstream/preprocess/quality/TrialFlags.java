package io.mindstream.preprocess.quality;

import io.mindstream.schemas.avro.VolumeQuality;
import java.util.ArrayList;
import java.util.List;

/** Why a trial should be doubted, from the quality of its window's volumes. */
public final class TrialFlags {

  private TrialFlags() {}

  /**
   * The flags that more than a share of the window's volumes carry. Volumes that are missing or
   * were refused come to GAP. Notes are none.
   *
   * @param window the quality of those of the window's volumes that are known
   * @param expected how many volumes the window has, 1 or more
   * @param limits holds the share
   * @return words as in VoxelVector, in the order of {@link QualityFlag}
   */
  public static List<String> of(List<VolumeQuality> window, int expected, QualityLimits limits) {
    List<String> flags = new ArrayList<>();
    for (QualityFlag flag : QualityFlag.values()) {
      if (volumes(flag, window, expected) > limits.trialShare() * expected) {
        flags.add(flag.name());
      }
    }
    return flags;
  }

  private static long volumes(QualityFlag flag, List<VolumeQuality> window, int expected) {
    if (flag == QualityFlag.GAP) {
      return expected - window.size() + carrying(QualityFlag.REFUSED, window);
    }
    return flag.ofValues() ? carrying(flag, window) : 0;
  }

  private static long carrying(QualityFlag flag, List<VolumeQuality> window) {
    return window.stream().filter(volume -> volume.getFlags().contains(flag.name())).count();
  }
}
