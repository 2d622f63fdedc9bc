package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The volumes of one series. A slice goes to the volume that its key names; where two slices of one
 * volume would lie at one place, the kind of key does not tell volumes apart in this series, and
 * the next kind is tried for all that is not told yet.
 */
final class SeriesAssembly {

  private static final double TOO_LONG = 1.5;

  private final int series;
  private final ImageFacts first; // without its frames, which hold on to their object
  private final Vec normal;
  private final VolumeTimes times;
  private final Set<KeyKind> blunt = EnumSet.noneOf(KeyKind.class);
  private final Map<Long, VolumeInProgress> volumes = new TreeMap<>();
  private final List<ToldSlice> told = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final VolumeIndices indices = new VolumeIndices();
  private OptionalInt learned = OptionalInt.empty();
  private Instant last = Instant.MIN;

  SeriesAssembly(int series, ImageFacts first, VolumeTimes times) {
    this.series = series;
    this.first = first.withoutFrames();
    this.normal = normal(first);
    this.times = times;
  }

  SeriesFacts facts() {
    return first.facts();
  }

  /** Takes an object's slices; what became whole, in order. */
  List<AssemblyEvent> add(ImageFacts image, Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    if (!seen.add(image.instance())) {
      events.add(ignored(image, "came before: the same SOP instance"));
      return events;
    }
    last = now;
    if (!image.grid().matches(first.grid())) {
      events.add(ignored(image, "lies on another grid than its series: a localiser, perhaps"));
      return events;
    }
    for (SliceFrame frame : image.frames()) {
      if (!place(frame, now)) {
        events.add(ignored(image, "repeats a slice that is there already"));
      }
    }
    events.addAll(whole());
    return events;
  }

  /** Adds the objects whose slices wait for others. */
  void waiting(Set<DicomObject> objects) {
    for (VolumeInProgress volume : volumes.values()) {
      volume.frames().forEach(frame -> objects.add(frame.pixels().object()));
    }
  }

  /** True where nothing came since a time, and nothing waits for more. */
  boolean silentSince(Instant time) {
    return volumes.isEmpty() && last.isBefore(time);
  }

  /** Reports volumes that have waited too long; a later slice of them is told as late. */
  List<AssemblyEvent> tick(Instant now, Duration grace) {
    return close(now.minus(grace));
  }

  /** Reports all that is left: nothing more comes. */
  List<AssemblyEvent> finish() {
    return close(Instant.MAX);
  }

  private boolean place(SliceFrame frame, Instant now) {
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

  private List<AssemblyEvent> whole() {
    List<AssemblyEvent> events = new ArrayList<>();
    OptionalInt slices = first.slices().isPresent() ? first.slices() : learned;
    if (slices.isEmpty()) {
      return events;
    }
    for (Map.Entry<Long, VolumeInProgress> entry : List.copyOf(volumes.entrySet())) {
      VolumeInProgress volume = entry.getValue();
      if (volume.size() == slices.getAsInt() && volume.even(spacing()) && !tooLong(volume)) {
        events.add(tell(entry.getKey(), volume));
      }
    }
    return events;
  }

  private AssemblyEvent tell(long key, VolumeInProgress volume) {
    List<SliceFrame> frames = volume.frames();
    SliceFrame sample = frames.get(0);
    int index = indices.close(key, kind(sample.keys()), frames, facts().repetitionTimeSeconds());
    told.add(new ToldSlice(sample.keys(), sample.position().dot(normal), sample.number()));
    volumes.remove(key);
    return new AssemblyEvent.VolumeWhole(
        new WholeVolume(
            series,
            index,
            facts(),
            first.grid(),
            frames,
            times.of(index, frames, facts().repetitionTimeSeconds()),
            first.timing()));
  }

  private List<AssemblyEvent> close(Instant silentSince) {
    List<AssemblyEvent> events = new ArrayList<>();
    if (first.slices().isEmpty() && learned.isEmpty()) {
      distrustLoneSlices(silentSince);
      learn(silentSince);
      events.addAll(whole());
    }
    for (Map.Entry<Long, VolumeInProgress> entry : List.copyOf(volumes.entrySet())) {
      if (!entry.getValue().last().isAfter(silentSince)) {
        events.add(gap(entry.getKey(), entry.getValue()));
      }
    }
    return events;
  }

  /** A number that no two slices share, though they lie apart, counts slices. */
  private void distrustLoneSlices(Instant silentSince) {
    List<VolumeInProgress> waiting = List.copyOf(volumes.values());
    boolean lone = waiting.stream().allMatch(volume -> volume.size() == 1);
    boolean silent = waiting.stream().anyMatch(volume -> !volume.last().isAfter(silentSince));
    long places = waiting.stream().flatMap(it -> it.places().stream()).distinct().count();
    if (lone && silent && places > 1) {
      KeyKind kind = kind(waiting.get(0).frames().get(0).keys());
      if (kind != KeyKind.OCCURRENCE) {
        distrust(kind, waiting.get(0).last());
        distrustLoneSlices(silentSince);
      }
    }
  }

  /** How many slices a volume has, from all places that were seen. */
  private void learn(Instant silentSince) {
    VolumeInProgress union = new VolumeInProgress();
    boolean silent = false;
    for (VolumeInProgress volume : volumes.values()) {
      silent |= !volume.last().isAfter(silentSince);
      List<Double> places = volume.places();
      List<SliceFrame> frames = volume.frames();
      for (int i = 0; i < frames.size(); i++) {
        if (union.at(places.get(i)).isEmpty()) {
          union.add(places.get(i), frames.get(i), Instant.MIN);
        }
      }
    }
    if (silent && union.even(spacing())) {
      learned = OptionalInt.of(union.size());
    }
  }

  private AssemblyEvent gap(long key, VolumeInProgress volume) {
    OptionalInt slices = first.slices().isPresent() ? first.slices() : learned;
    String reason =
        slices.isEmpty()
            ? "its slices do not follow each other evenly: some lack"
            : volume.size() != slices.getAsInt()
                ? volume.size() + " of " + slices.getAsInt() + " slices came"
                : "its slices do not follow each other evenly, or are of several volumes";
    List<SliceFrame> frames = volume.frames();
    KeyKind kind = kind(frames.get(0).keys());
    int index = indices.close(key, kind, frames, facts().repetitionTimeSeconds());
    volumes.remove(key);
    return new AssemblyEvent.VolumeGap(series, index, volume.size(), reason);
  }

  private double spacing() {
    return facts().sliceSpacing().orElse(0);
  }

  /** Slices of several volumes under one number: their times show it. */
  private boolean tooLong(VolumeInProgress volume) {
    double tr = facts().repetitionTimeSeconds().orElse(0);
    List<Long> acquired =
        volume.frames().stream()
            .map(SliceFrame::acquired)
            .filter(OptionalLong::isPresent)
            .map(OptionalLong::getAsLong)
            .sorted()
            .toList();
    return tr > 0
        && !facts().threeD()
        && acquired.size() > 1
        && acquired.get(acquired.size() - 1) - acquired.get(0) > TOO_LONG * tr * 1e6 + 1e6;
  }

  private AssemblyEvent ignored(ImageFacts image, String reason) {
    return new AssemblyEvent.ObjectIgnored(
        image.frames().get(0).pixels().object().name(), facts().title(), reason);
  }

  /** Along the slices in their own order, where one object holds several; else across x down. */
  private static Vec normal(ImageFacts image) {
    Vec normal = image.grid().normal();
    List<SliceFrame> frames = image.frames();
    boolean mosaic = frames.size() > 1 && frames.get(1).left() + frames.get(1).top() > 0;
    boolean against =
        mosaic && frames.get(1).position().minus(frames.get(0).position()).dot(normal) < 0;
    return against && image.facts().vendor() == Vendor.SIEMENS ? normal.times(-1) : normal;
  }
}
