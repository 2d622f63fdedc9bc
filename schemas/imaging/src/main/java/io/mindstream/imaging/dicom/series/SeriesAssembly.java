package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The volumes of one series: which are whole, and which never will be. */
final class SeriesAssembly {

  private final int series;
  private final ImageFacts first; // without its frames, which hold on to their object
  private final VolumeTimes times;
  private final VolumeCheck check;
  private final SliceSorting sorting;
  private final Set<String> seen = new HashSet<>();
  private OptionalInt learned = OptionalInt.empty();
  private Instant last = Instant.MIN;

  SeriesAssembly(int series, ImageFacts first, VolumeTimes times) {
    this.series = series;
    this.first = first.withoutFrames();
    this.times = times;
    this.check = new VolumeCheck(first.facts());
    this.sorting = new SliceSorting(normal(first));
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
      if (!sorting.place(frame, now)) {
        events.add(ignored(image, "repeats a slice that is there already"));
      }
    }
    events.addAll(whole());
    return events;
  }

  /** Adds the objects whose slices wait for others. */
  void waiting(Set<DicomObject> objects) {
    sorting.waiting(objects);
  }

  /** True where nothing came since a time, and nothing waits for more. */
  boolean silentSince(Instant time) {
    return sorting.idle() && last.isBefore(time);
  }

  /** Reports volumes that have waited too long; a later slice of them is told as late. */
  List<AssemblyEvent> tick(Instant now, Duration grace) {
    return close(now.minus(grace));
  }

  /** Reports all that is left: nothing more comes. */
  List<AssemblyEvent> finish() {
    return close(Instant.MAX);
  }

  /** How many slices a volume has, where that is known. */
  private OptionalInt slices() {
    return first.slices().isPresent() ? first.slices() : learned;
  }

  private List<AssemblyEvent> whole() {
    List<AssemblyEvent> events = new ArrayList<>();
    OptionalInt slices = slices();
    if (slices.isPresent()) {
      for (Map.Entry<Long, VolumeInProgress> entry : sorting.open().entrySet()) {
        if (check.whole(entry.getValue(), slices.getAsInt())) {
          events.add(tell(entry.getKey(), entry.getValue()));
        }
      }
    }
    return events;
  }

  private AssemblyEvent tell(long key, VolumeInProgress volume) {
    List<SliceFrame> frames = volume.frames();
    int index = sorting.tell(key, frames, facts().repetitionTimeSeconds());
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
    if (slices().isEmpty()) {
      sorting.distrustLoneSlices(silentSince);
      if (sorting.anySilent(silentSince)) {
        learn();
      }
      events.addAll(whole());
    }
    for (Map.Entry<Long, VolumeInProgress> entry : sorting.open().entrySet()) {
      if (!entry.getValue().last().isAfter(silentSince)) {
        events.add(gap(entry.getKey(), entry.getValue()));
      }
    }
    return events;
  }

  /** How many slices a volume has, from all places that were seen. */
  private void learn() {
    VolumeInProgress all = sorting.allPlaces();
    if (check.even(all)) {
      learned = OptionalInt.of(all.size());
    }
  }

  private AssemblyEvent gap(long key, VolumeInProgress volume) {
    String reason = check.lacking(volume, slices());
    int index = sorting.close(key, volume.frames(), facts().repetitionTimeSeconds());
    return new AssemblyEvent.VolumeGap(series, index, volume.size(), reason);
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
