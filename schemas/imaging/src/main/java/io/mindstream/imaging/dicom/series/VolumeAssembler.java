package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
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

  private final AssemblySettings settings;
  private final CutImages cut = new CutImages();
  private final OpenSeries series;

  /** What time brought is told although the object that came with it may be damaged. */
  private final List<AssemblyEvent> untold = new ArrayList<>();

  /** An assembler that has seen nothing. */
  public VolumeAssembler(AssemblySettings settings) {
    this.settings = settings;
    this.series = new OpenSeries(settings);
  }

  /**
   * Takes an object.
   *
   * @param object its bytes must stay readable until the volumes made of it were read
   * @param now the caller's time, never earlier than before
   * @return what follows from it, in order
   * @throws DicomException where it is damaged or says nonsense; the assembler goes on as if it had
   *     not come
   */
  public List<AssemblyEvent> offer(DicomObject object, Instant now) {
    pass(now);
    String refusal = settings.choice().refusal(object).orElse("");
    if (refusal.isEmpty()) {
      untold.addAll(offerChosen(object, now));
    } else {
      untold.add(ignored(object, refusal));
    }
    return tell();
  }

  /**
   * Takes an object that was chosen before, as one that an earlier process held: its texts may
   * lack.
   *
   * @throws DicomException as {@link #offer}
   */
  public List<AssemblyEvent> offerChosen(DicomObject object, Instant now) {
    Optional<ImagePart> part = ImagePart.of(object);
    if (part.isEmpty()) {
      return series.take(List.of(object), now);
    }
    if (cut.knows(part.get())) {
      return List.of(ignored(object, "came before, or after its image was given up"));
    }
    List<DicomObject> parts = cut.take(part.get(), now);
    return parts.isEmpty() ? List.of() : series.take(parts, now);
  }

  /** The objects that are held until their volume is whole or given up, told apart by identity. */
  public Set<DicomObject> waiting() {
    Set<DicomObject> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    cut.waiting(objects);
    series.waiting(objects);
    return objects;
  }

  /** What follows from time alone: volumes that are given up. */
  public List<AssemblyEvent> tick(Instant now) {
    pass(now);
    return tell();
  }

  /** Tells what is whole after all, and gives up the rest: nothing more comes. */
  public List<AssemblyEvent> finish() {
    cut.silentSince(Instant.MAX).forEach(image -> untold.addAll(end(image, Instant.MAX)));
    untold.addAll(series.finish());
    return tell();
  }

  private void pass(Instant now) {
    cut.silentSince(now.minus(settings.grace())).forEach(image -> untold.addAll(end(image, now)));
    untold.addAll(series.tick(now));
  }

  private List<AssemblyEvent> tell() {
    List<AssemblyEvent> events = List.copyOf(untold);
    untold.clear();
    return events;
  }

  /** An image of which nothing more comes. */
  private List<AssemblyEvent> end(CutImage image, Instant now) {
    DicomObject first = image.objects().get(0);
    if (!image.seamless()) {
      return List.of(ignored(first, "is of an image of which only " + image.came() + " came"));
    }
    try {
      return series.take(image.objects(), now);
    } catch (DicomException e) {
      return List.of(ignored(first, "is damaged: " + e.problem()));
    }
  }

  private static AssemblyEvent ignored(DicomObject object, String reason) {
    return new AssemblyEvent.ObjectIgnored(object.name(), title(object), reason);
  }

  private static String title(DicomObject object) {
    return new SeriesReading(object).facts(Optional.empty()).title();
  }
}
