package io.mindstream.imaging.dicom.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The slices of one volume that have come so far, by their places along the normal. */
final class VolumeInProgress {

  /** Slices nearer to each other lie at the same place. */
  static final double SAME_PLACE_MM = 0.05;

  private static final double UNEVEN = 0.05;

  private final NavigableMap<Double, SliceFrame> slices = new TreeMap<>();
  private Instant last = Instant.MIN;

  /** The slice that is at a place already. */
  Optional<SliceFrame> at(double place) {
    return Optional.ofNullable(near(place));
  }

  void add(double place, SliceFrame frame, Instant now) {
    slices.put(place, frame);
    last = now.isAfter(last) ? now : last;
  }

  /** Takes the slices of another volume at places where none is. */
  void fillFrom(VolumeInProgress other) {
    other.slices.forEach(
        (place, frame) -> {
          if (near(place) == null) {
            slices.put(place, frame);
          }
        });
  }

  int size() {
    return slices.size();
  }

  /** When the last slice came. */
  Instant last() {
    return last;
  }

  /** In order along the normal. */
  List<SliceFrame> frames() {
    return new ArrayList<>(slices.values());
  }

  List<Double> places() {
    return new ArrayList<>(slices.keySet());
  }

  /**
   * True where the slices follow each other evenly, so that none lacks between them.
   *
   * @param spacing by the header, or 0: a second slice of three that lacks leaves even gaps
   */
  boolean even(double spacing) {
    List<Double> places = places();
    for (int i = 2; i < places.size(); i++) {
      double step = places.get(i) - places.get(i - 1);
      double before = places.get(i - 1) - places.get(i - 2);
      if (Math.abs(step - before) > UNEVEN * Math.max(step, before) + SAME_PLACE_MM) {
        return false;
      }
    }
    boolean wide =
        places.size() > 1 && spacing > 0 && places.get(1) - places.get(0) > 1.5 * spacing;
    return !wide;
  }

  private @Nullable SliceFrame near(double place) {
    var below = slices.floorEntry(place + SAME_PLACE_MM);
    return below != null && below.getKey() > place - SAME_PLACE_MM ? below.getValue() : null;
  }
}
