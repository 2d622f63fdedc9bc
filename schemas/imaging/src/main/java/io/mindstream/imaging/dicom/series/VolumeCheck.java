package io.mindstream.imaging.dicom.series;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Whether the slices that came are one whole volume.
 *
 * @param facts of the series
 */
record VolumeCheck(SeriesFacts facts) {

  private static final double TOO_LONG = 1.5;

  /** True where nothing lacks. */
  boolean whole(VolumeInProgress volume, int slices) {
    return volume.size() == slices && even(volume) && !tooLong(volume);
  }

  /** True where no slice lacks between the others. */
  boolean even(VolumeInProgress volume) {
    return volume.even(facts.sliceSpacing().orElse(0));
  }

  /**
   * Why a volume is not whole, for people.
   *
   * @param slices how many a volume has; empty where nobody knows
   */
  String lacking(VolumeInProgress volume, OptionalInt slices) {
    if (slices.isEmpty()) {
      return "its slices do not follow each other evenly: some lack";
    }
    return volume.size() != slices.getAsInt()
        ? volume.size() + " of " + slices.getAsInt() + " slices came"
        : "its slices do not follow each other evenly, or are of several volumes";
  }

  /** Slices of several volumes under one number: their times show it. */
  private boolean tooLong(VolumeInProgress volume) {
    double tr = facts.repetitionTimeSeconds().orElse(0);
    List<Long> acquired =
        volume.frames().stream()
            .map(SliceFrame::acquired)
            .filter(OptionalLong::isPresent)
            .map(OptionalLong::getAsLong)
            .sorted()
            .toList();
    return tr > 0
        && !facts.threeD()
        && acquired.size() > 1
        && acquired.get(acquired.size() - 1) - acquired.get(0) > TOO_LONG * tr * 1e6 + 1e6;
  }
}
