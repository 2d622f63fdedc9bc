package io.mindstream.imaging.dicom.series;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The frames of one object that lie at the same place: each belongs to another volume. A kind of
 * key that does not tell them apart is no key.
 */
final class RepeatedPlaces {

  private RepeatedPlaces() {}

  /** The frames without keys that do not tell them apart; the order of frames is one that does. */
  static List<SliceFrame> told(List<SliceFrame> frames, Vec normal) {
    Map<KeyKind, Set<String>> seen = new EnumMap<>(KeyKind.class);
    Set<KeyKind> blunt = new HashSet<>();
    Map<Long, Long> occurrences = new TreeMap<>();
    boolean repeated = false;
    long[] occurrence = new long[frames.size()];
    for (int i = 0; i < frames.size(); i++) {
      long place = place(frames.get(i), normal);
      occurrence[i] = occurrences.merge(place, 1L, Long::sum);
      repeated |= occurrence[i] > 1;
      for (Map.Entry<KeyKind, Long> key : frames.get(i).keys().entrySet()) {
        String id = key.getValue() + "@" + place;
        if (!seen.computeIfAbsent(key.getKey(), any -> new HashSet<>()).add(id)) {
          blunt.add(key.getKey());
        }
      }
    }
    if (blunt.isEmpty() && !repeated) {
      return frames;
    }
    return java.util.stream.IntStream.range(0, frames.size())
        .mapToObj(i -> without(frames.get(i), blunt, occurrence[i]))
        .toList();
  }

  /** How many places there are. */
  static OptionalInt slices(List<SliceFrame> frames, Vec normal) {
    return frames.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(
            (int) frames.stream().mapToLong(frame -> place(frame, normal)).distinct().count());
  }

  private static long place(SliceFrame frame, Vec normal) {
    return Math.round(frame.position().dot(normal) / VolumeInProgress.SAME_PLACE_MM);
  }

  private static SliceFrame without(SliceFrame frame, Set<KeyKind> blunt, long occurrence) {
    Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
    keys.putAll(frame.keys());
    keys.keySet().removeAll(blunt);
    keys.put(KeyKind.FRAME_ORDER, occurrence);
    return new SliceFrame(
        frame.pixels(),
        frame.frame(),
        frame.left(),
        frame.top(),
        frame.position(),
        keys,
        frame.acquired(),
        frame.timer(),
        frame.slope(),
        frame.intercept(),
        frame.number());
  }
}
