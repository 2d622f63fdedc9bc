package io.mindstream.imaging.dicom.series;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Which volumes are told or given up, and their positions in the series. */
final class VolumeIndices {

  private final Map<Long, Set<Integer>> closed = new HashMap<>();
  private OptionalLong base = OptionalLong.empty();
  private int next;

  /** True for the key of a volume that was told or given up. */
  boolean closed(long key) {
    return closed.containsKey(key);
  }

  /** Instance numbers of a closed volume's slices. */
  Set<Integer> numbers(long key) {
    return closed.getOrDefault(key, Set.of());
  }

  /**
   * Closes a volume.
   *
   * @return its index, origin 0: counts begin with 1 (or 0), times are divided by the TR
   */
  int close(long key, KeyKind kind, List<SliceFrame> frames, OptionalDouble repetitionTime) {
    closed.put(
        key, new HashSet<>(frames.stream().map(SliceFrame::number).collect(Collectors.toSet())));
    int index = index(key, kind, repetitionTime.orElse(0));
    next = Math.max(next, index + 1);
    return index;
  }

  /** Names the closed volumes anew, by one slice of each. */
  void rekey(List<ToldSlice> samples, ToLongFunction<ToldSlice> key) {
    closed.clear();
    base = OptionalLong.empty();
    for (ToldSlice sample : samples) {
      closed.put(key.applyAsLong(sample), new HashSet<>(Set.of(sample.number())));
    }
  }

  private int index(long key, KeyKind kind, double repetitionTime) {
    if (kind.counts()) {
      base = base.isPresent() ? base : OptionalLong.of(kind.first(key));
      return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1, key - base.getAsLong()));
    }
    // Trigger times count from the series' start; clocks do not.
    long zero = kind == KeyKind.TRIGGER ? 0 : key;
    base = base.isPresent() ? base : OptionalLong.of(zero);
    double step = repetitionTime * 1e6;
    return step > 0 ? (int) Math.max(0, Math.round((key - base.getAsLong()) / step)) : next;
  }
}
