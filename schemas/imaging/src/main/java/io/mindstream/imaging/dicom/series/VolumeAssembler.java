package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * given up as a gap is never told, even if its last slice comes later. For one thread. What is
 * remembered of a told volume is small, but an SOP instance UID for each object ever offered.
 */
public final class VolumeAssembler {

  private final AssemblySettings settings;
  private final Map<SeriesKey, SeriesAssembly> series = new HashMap<>();
  private final List<SeriesAssembly> inOrder = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

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
    ImageFacts image = ImageDescriber.describe(object);
    if (image.frames().isEmpty()) {
      events.add(
          new AssemblyEvent.ObjectIgnored(
              object.name(), image.facts().title(), "holds phase images only"));
      return events;
    }
    if (!seen.add(image.instance())) {
      events.add(
          new AssemblyEvent.ObjectIgnored(
              object.name(), image.facts().title(), "came before: the same SOP instance"));
      return events;
    }
    SeriesAssembly assembly = series.get(image.key());
    if (assembly == null) {
      assembly = new SeriesAssembly(inOrder.size(), image, new VolumeTimes(settings.zone()));
      events.add(new AssemblyEvent.SeriesFound(inOrder.size(), image.facts()));
      series.put(image.key(), assembly);
      inOrder.add(assembly);
    }
    events.addAll(assembly.add(image, now));
    return events;
  }

  /** What follows from time alone: volumes that are given up. */
  public List<AssemblyEvent> tick(Instant now) {
    List<AssemblyEvent> events = new ArrayList<>();
    inOrder.forEach(assembly -> events.addAll(assembly.tick(now, settings.grace())));
    return events;
  }

  /** Tells what is whole after all, and gives up the rest: nothing more comes. */
  public List<AssemblyEvent> finish() {
    List<AssemblyEvent> events = new ArrayList<>();
    inOrder.forEach(assembly -> events.addAll(assembly.finish()));
    return events;
  }

  private static String title(DicomObject object) {
    return new SeriesReading(object).facts(java.util.Optional.empty()).title();
  }
}
