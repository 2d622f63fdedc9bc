package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which volume each slice of a series belongs to. A slice goes to the volume that its key names;
 * where two slices of one volume would lie at one place, the kind of key does not tell volumes
 * apart in this series, and the next kind is tried for all that is not told yet.
 */
final class SliceSorting {

  private final Vec normal;
  private final Set<KeyKind> blunt = EnumSet.noneOf(KeyKind.class);
  private final Map<Long, VolumeInProgress> volumes = new TreeMap<>();
  private final List<ToldSlice> told = new ArrayList<>();
  private final VolumeIndices indices = new VolumeIndices();

  /**
   * Nothing came yet.
   *
   * @param normal along the slices
   */
  SliceSorting(Vec normal) {
    this.normal = normal;
  }

  /** The volumes that are neither told nor given up, by their keys; a copy. */
  Map<Long, VolumeInProgress> open() {
    return new TreeMap<>(volumes);
  }

  /** True where no volume waits for more. */
  boolean idle() {
    return volumes.isEmpty();
  }

  /** True where a volume waits for more, and nothing of it came since a time. */
  boolean anySilent(Instant since) {
    return volumes.values().stream().anyMatch(volume -> !volume.last().isAfter(since));
  }

  /** One slice at each place at which any lies. */
  VolumeInProgress allPlaces() {
    VolumeInProgress all = new VolumeInProgress();
    volumes.values().forEach(all::fillFrom);
    return all;
  }

  /** False for a slice that is there already. */
  boolean place(SliceFrame frame, Instant now) {
    double place = frame.position().dot(normal);
    while (true) {
      KeyKind kind = kind(frame.keys());
      long key = key(kind, frame.keys(), place);
      if (indices.closed(key)) {
        if (kind == KeyKind.OCCURRENCE || sameNumber(frame, key)) {
          return false;
        }
      } else {
        VolumeInProgress volume = volumes.computeIfAbsent(key, any -> new VolumeInProgress());
        SliceFrame there = volume.at(place).orElse(null);
        if (there == null) {
          volume.add(place, frame, now);
          return true;
        }
        if (there.number() == frame.number() && there.frame() == frame.frame()) {
          return false;
        }
      }
      distrust(kind, now);
    }
  }

  /**
   * A volume is told: its slices are known by their keys from now on.
   *
   * @return its index, as {@link VolumeIndices#close}
   */
  int tell(long key, List<SliceFrame> frames, OptionalDouble repetitionTime) {
    int index = close(key, frames, repetitionTime);
    SliceFrame sample = frames.get(0);
    told.add(new ToldSlice(sample.keys(), sample.position().dot(normal), sample.number()));
    return index;
  }

  /** A volume is over, told or given up; its index. */
  int close(long key, List<SliceFrame> frames, OptionalDouble repetitionTime) {
    volumes.remove(key);
    return indices.close(key, kind(frames.get(0).keys()), frames, repetitionTime);
  }

  /** A number that no two slices share, though they lie apart, counts slices. */
  void distrustLoneSlices(Instant silentSince) {
    List<VolumeInProgress> waiting = List.copyOf(volumes.values());
    boolean lone = waiting.stream().allMatch(volume -> volume.size() == 1);
    long places = waiting.stream().flatMap(it -> it.places().stream()).distinct().count();
    if (lone && anySilent(silentSince) && places > 1) {
      KeyKind kind = kind(waiting.get(0).frames().get(0).keys());
      if (kind != KeyKind.OCCURRENCE) {
        distrust(kind, waiting.get(0).last());
        distrustLoneSlices(silentSince);
      }
    }
  }

  /** Adds the objects whose slices wait for others. */
  void waiting(Set<DicomObject> objects) {
    for (VolumeInProgress volume : volumes.values()) {
      volume.frames().forEach(frame -> objects.add(frame.pixels().object()));
    }
  }

  /** A slice of a volume that was told already, by its number: it comes twice. */
  private boolean sameNumber(SliceFrame frame, long key) {
    return indices.numbers(key).contains(frame.number());
  }

  private KeyKind kind(Map<KeyKind, Long> keys) {
    for (KeyKind kind : KeyKind.values()) {
      if (!blunt.contains(kind) && keys.containsKey(kind)) {
        return kind;
      }
    }
    return KeyKind.OCCURRENCE;
  }

  private long key(KeyKind kind, Map<KeyKind, Long> keys, double place) {
    if (kind != KeyKind.OCCURRENCE) {
      return keys.getOrDefault(kind, 0L);
    }
    long key = 1;
    while (indices.closed(key)
        || (volumes.containsKey(key) && volumes.get(key).at(place).isPresent())) {
      key++;
    }
    return key;
  }

  private void distrust(KeyKind kind, Instant now) {
    blunt.add(kind);
    List<VolumeInProgress> waiting = new ArrayList<>(volumes.values());
    volumes.clear();
    indices.rekey(told, slice -> key(kind(slice.keys()), slice.keys(), slice.place()));
    for (VolumeInProgress volume : waiting) {
      volume.frames().forEach(frame -> place(frame, now));
    }
  }
}
