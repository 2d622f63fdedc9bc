package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The series that images come of. For one thread. */
final class OpenSeries {

  /** A scanner that pauses for longer begins another series. */
  private static final Duration FORGET_AFTER = Duration.ofHours(1);

  private final AssemblySettings settings;
  private final Map<SeriesKey, SeriesAssembly> open = new LinkedHashMap<>();
  private final Set<SeriesKey> over = new HashSet<>();

  OpenSeries(AssemblySettings settings) {
    this.settings = settings;
  }

  /**
   * Takes an image; what follows from it, in order.
   *
   * @param parts its object; or those that it was cut into, in their order
   * @throws io.mindstream.imaging.dicom.DicomException where it is damaged or says nonsense
   */
  List<AssemblyEvent> take(List<DicomObject> parts, Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    for (ImageFacts image : ImageDescriber.describe(parts)) {
      if (image.frames().isEmpty()) {
        events.add(ignored(parts, image, "holds phase images only"));
      } else if (over.contains(image.key())) {
        events.add(ignored(parts, image, "came an hour after its series"));
      } else {
        events.addAll(take(image, now));
      }
    }
    return events;
  }

  private List<AssemblyEvent> take(ImageFacts image, Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    SeriesAssembly assembly = open.get(image.key());
    if (assembly == null) {
      int number = open.size() + over.size();
      ImageFacts first = image.asEcho(echo(image));
      assembly = new SeriesAssembly(number, first, new VolumeTimes(settings.zone()));
      events.add(new AssemblyEvent.SeriesFound(number, first.facts()));
      open.put(image.key(), assembly);
    }
    events.addAll(assembly.add(image, now));
    return events;
  }

  /** Its number; where echoes have none, the place of its echo time among those that came. */
  private int echo(ImageFacts image) {
    int told = image.facts().echo();
    long before =
        open.keySet().stream()
            .filter(key -> key.series().equals(image.key().series()) && key.echo() == told)
            .count();
    return told + (int) before;
  }

  /** Adds the objects that are held until their volume is whole or given up. */
  void waiting(Set<DicomObject> objects) {
    open.values().forEach(assembly -> assembly.waiting(objects));
  }

  /** Gives up volumes that have waited too long, and forgets series. */
  List<AssemblyEvent> tick(Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    open.values().forEach(assembly -> events.addAll(assembly.tick(now, settings.grace())));
    open.entrySet()
        .removeIf(
            series ->
                series.getValue().silentSince(now.minus(FORGET_AFTER))
                    && over.add(series.getKey()));
    return events;
  }

  /** Tells what is whole after all, and gives up the rest. */
  List<AssemblyEvent> finish() {
    List<AssemblyEvent> events = new ArrayList<>();
    open.values().forEach(assembly -> events.addAll(assembly.finish()));
    return events;
  }

  private static AssemblyEvent ignored(List<DicomObject> parts, ImageFacts image, String reason) {
    return new AssemblyEvent.ObjectIgnored(parts.get(0).name(), image.facts().title(), reason);
  }
}
