package io.mindstream.bridge.mrd;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which images are taken. One reconstruction may send several kinds.
 *
 * @param contrast echo, origin 0
 * @param series image_series_index; empty for that of the first image
 */
public record MrdChoice(int contrast, OptionalInt series) {

  private static final int UNSAID = 0;
  private static final int MAGNITUDE = 1;
  private static final int COMPLEX = 5;

  /** Why an image is left out, if so. */
  Optional<String> objection(ImageHeader header, int firstSeries) {
    ImageHeader.Counters counters = header.counters();
    int type = header.imageType();
    boolean magnitude = type == UNSAID || type == MAGNITUDE;
    if (!magnitude && !(type == COMPLEX && header.format().complex())) {
      return Optional.of("images of type " + type + ", which is no magnitude, are left out");
    }
    if (counters.contrast() != contrast) {
      return Optional.of(
          "images of contrast %d are left out; choose the contrast by --contrast"
              .formatted(counters.contrast()));
    }
    if (header.series() != series.orElse(firstSeries)) {
      return Optional.of(
          "images of series %d are left out; choose the series by --series"
              .formatted(header.series()));
    }
    boolean more = counters.average() > 0 || counters.phase() > 0 || counters.set() > 0;
    return more
        ? Optional.of("images of a further average, cardiac phase or set are left out")
        : Optional.empty();
  }
}
