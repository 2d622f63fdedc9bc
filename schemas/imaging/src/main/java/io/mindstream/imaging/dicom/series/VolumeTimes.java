package io.mindstream.imaging.dicom.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * When volumes begin. Some scanners write the series' start into each of them: then the number of
 * the volume and the TR tell.
 */
final class VolumeTimes {

  private final ZoneId zone;
  private OptionalLong start = OptionalLong.empty();
  private int startIndex;

  VolumeTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** The start of a volume's acquisition. */
  Optional<Instant> of(int index, List<SliceFrame> slices, OptionalDouble repetitionTimeSeconds) {
    OptionalLong first = slices.stream().flatMapToLong(slice -> slice.acquired().stream()).min();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (start.isEmpty()) {
      start = first;
      startIndex = index;
    }
    long micros = first.getAsLong();
    if (micros == start.getAsLong() && index != startIndex) {
      micros += Math.round((index - startIndex) * repetitionTimeSeconds.orElse(0) * 1e6);
    }
    return Optional.of(instant(micros));
  }

  private Instant instant(long micros) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000),
            (int) Math.floorMod(micros, 1_000_000L) * 1000,
            ZoneOffset.UTC);
    return local.atZone(zone).toInstant();
  }
}
