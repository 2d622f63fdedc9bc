package io.mindstream.imaging.dicom.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** The TR of a series, also of one whose header lacks it. */
public final class RepetitionTime {

  private RepetitionTime() {}

  /**
   * Seconds: the header's, else from one volume's start to the next; empty where nobody tells.
   *
   * @param first volumes of one series, at least one; two are better
   */
  public static OptionalDouble seconds(List<WholeVolume> first) {
    OptionalDouble told = first.get(0).facts().repetitionTimeSeconds();
    return told.isPresent() || first.size() < 2 ? told : measured(first.get(0), first.get(1));
  }

  private static OptionalDouble measured(WholeVolume one, WholeVolume other) {
    int volumes = other.index() - one.index();
    if (one.acquiredAt().isEmpty() || other.acquiredAt().isEmpty() || volumes < 1) {
      return OptionalDouble.empty();
    }
    Instant from = one.acquiredAt().get();
    Duration passed = Duration.between(from, other.acquiredAt().get());
    return passed.compareTo(Duration.ZERO) > 0
        ? OptionalDouble.of(passed.toNanos() / 1e9 / volumes)
        : OptionalDouble.empty();
  }
}
