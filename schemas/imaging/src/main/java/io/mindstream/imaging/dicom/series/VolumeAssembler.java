package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts whole volumes together from objects that come in any order, twice, late or never. It opens
 * nothing, waits for nothing and has no clock: a feed offers what it received with the time of its
 * own clock, and calls {@link #tick} now and then.
 *
 * <pre>{@code
 * VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
 * for (AssemblyEvent event : assembler.offer(DicomReader.read(source), Instant.now())) {
 *   if (event instanceof AssemblyEvent.VolumeWhole whole) {
 *     publish(whole.volume().index(), whole.volume().data());   // reads the pixels
 *   }
 * }
 * }</pre>
 *
 * <p>Volumes are told when they are whole, so a late one comes after a higher index. One that was
 * given up as a gap is never told, even if its last slice comes later. Of a told volume no object
 * is kept, only its instance UIDs and keys, and those until its series was silent for an hour. For
 * one thread.
 */
public final class VolumeAssembler {

  /** A scanner that pauses for longer begins another series. */
  private static final Duration FORGET_AFTER = Duration.ofHours(1);

  private final AssemblySettings settings;
  private final Map<SeriesKey, SeriesAssembly> open = new LinkedHashMap<>();
  private final Set<SeriesKey> over = new HashSet<>();

  /** An assembler that has seen nothing. */
  public VolumeAssembler(AssemblySettings settings) {
    this.settings = settings;
  }

  /**
   * Takes an object.
   *
   * @param object its bytes must stay readable until the volumes made of it were read
   * @param now the caller's time, never earlier than before
   * @return what follows from it, in order
   * @throws io.mindstream.imaging.dicom.DicomException where it is damaged or says nonsense; the
   *     assembler goes on as if it had not come
   */
  public List<AssemblyEvent> offer(DicomObject object, Instant now) {
    List<AssemblyEvent> events = new ArrayList<>(tick(now));
    String refusal = settings.choice().refusal(object).orElse("");
    if (!refusal.isEmpty()) {
      events.add(new AssemblyEvent.ObjectIgnored(object.name(), title(object), refusal));
      return events;
    }
    events.addAll(offerChosen(object, now));
    return events;
  }

  /**
   * Takes an object that was chosen before, as one that an earlier process held: its texts may
   * lack.
   *
   * @throws io.mindstream.imaging.dicom.DicomException as {@link #offer}
   */
  public List<AssemblyEvent> offerChosen(DicomObject object, Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    for (ImageFacts image : ImageDescriber.describe(object)) {
      if (image.frames().isEmpty()) {
        events.add(ignored(object, image, "holds phase images only"));
      } else if (over.contains(image.key())) {
        events.add(ignored(object, image, "came an hour after its series"));
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

  /**
   * Its number, or where echoes have none, which of its series' echo times came as the how-manieth.
   */
  private int echo(ImageFacts image) {
    int told = image.facts().echo();
    long before =
        open.keySet().stream()
            .filter(key -> key.series().equals(image.key().series()) && key.echo() == told)
            .count();
    return told + (int) before;
  }

  private static AssemblyEvent ignored(DicomObject object, ImageFacts image, String reason) {
    return new AssemblyEvent.ObjectIgnored(object.name(), image.facts().title(), reason);
  }

  /** The objects that are held until their volume is whole or given up, told apart by identity. */
  public Set<DicomObject> waiting() {
    Set<DicomObject> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    open.values().forEach(assembly -> assembly.waiting(objects));
    return objects;
  }

  /** What follows from time alone: volumes that are given up. */
  public List<AssemblyEvent> tick(Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    open.values().forEach(assembly -> events.addAll(assembly.tick(now, settings.grace())));
    open.entrySet()
        .removeIf(
            series ->
                series.getValue().silentSince(now.minus(FORGET_AFTER))
                    && over.add(series.getKey()));
    return events;
  }

  /** Tells what is whole after all, and gives up the rest: nothing more comes. */
  public List<AssemblyEvent> finish() {
    List<AssemblyEvent> events = new ArrayList<>();
    open.values().forEach(assembly -> events.addAll(assembly.finish()));
    return events;
  }

  private static String title(DicomObject object) {
    return new SeriesReading(object).facts(java.util.Optional.empty()).title();
  }
}
