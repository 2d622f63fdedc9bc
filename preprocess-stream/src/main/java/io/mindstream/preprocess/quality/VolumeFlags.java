package io.mindstream.preprocess.quality;

import io.mindstream.preprocess.quality.VolumeArrival.Arrival;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the flags of one volume. What is not known is not flagged. */
final class VolumeFlags {

  private final QualityLimits limits;
  private final Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);

  VolumeFlags(QualityLimits limits) {
    this.limits = limits;
  }

  void arrival(Arrival arrival) {
    flag(QualityFlag.GAP, arrival.missing() > 0);
    flag(QualityFlag.LATE, exceeds(arrival.jitter(), limits.jitterSeconds()));
  }

  void refused() {
    flag(QualityFlag.REFUSED, true);
  }

  /** By framewise displacement in mm. */
  void moved(@Nullable Double displacement) {
    boolean bad = exceeds(displacement, limits.badDisplacement());
    flag(QualityFlag.MOTION, bad);
    flag(QualityFlag.MOVED, !bad && exceeds(displacement, limits.noteDisplacement()));
  }

  /** By DVARS in percent, the share of outlier voxels, and the ghost ratio. */
  void values(@Nullable Double change, @Nullable Double outlierShare, @Nullable Double ghostRatio) {
    flag(QualityFlag.DVARS, exceeds(change, limits.dvars()));
    flag(QualityFlag.SPIKES, exceeds(outlierShare, limits.outlierShare()));
    flag(QualityFlag.GHOST, exceeds(ghostRatio, limits.ghostRatio()));
  }

  /** The names, in the order of {@link QualityFlag}. */
  List<String> names() {
    return flags.stream().map(Enum::name).toList();
  }

  private void flag(QualityFlag flag, boolean holds) {
    if (holds) {
      flags.add(flag);
    }
  }

  private static boolean exceeds(@Nullable Double value, double limit) {
    return value != null && value > limit;
  }
}
