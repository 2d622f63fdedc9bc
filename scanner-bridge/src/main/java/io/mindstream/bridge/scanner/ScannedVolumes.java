package io.mindstream.bridge.scanner;

import io.mindstream.bridge.net.Notes;
import io.mindstream.bridge.push.PushedGrid;
import io.mindstream.bridge.push.PushedRuns;
import io.mindstream.bridge.push.PushedSeries;
import io.mindstream.bridge.push.PushedVolume;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.SeriesFacts;
import io.mindstream.imaging.dicom.series.SliceTiming;
import io.mindstream.imaging.dicom.series.VolumeAssembler;
import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.schemas.avro.Geometry;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;

/** From objects to the volumes of runs. For one thread. */
final class ScannedVolumes {

  private final VolumeAssembler assembler;
  private final PushedRuns runs;
  private final Notes notes;

  ScannedVolumes(AssemblySettings settings, PushedRuns runs, Notes notes) {
    this.assembler = new VolumeAssembler(settings);
    this.runs = runs;
    this.notes = notes;
  }

  /** An object came; one that says nonsense is said and left out, and the answer false. */
  boolean take(ScannedObject scanned) throws InterruptedException {
    return take(scanned, assembler::offer);
  }

  /** The same for one whose series was chosen before. */
  void takeChosen(ScannedObject scanned) throws InterruptedException {
    take(scanned, assembler::offerChosen);
  }

  private boolean take(
      ScannedObject scanned, BiFunction<DicomObject, Instant, List<AssemblyEvent>> offer)
      throws InterruptedException {
    try {
      tell(offer.apply(scanned.object(), scanned.receivedAt()), scanned.receivedAt());
      return true;
    } catch (DicomException e) {
      notes.say(String.valueOf(e.getMessage()));
      return false;
    }
  }

  /** Objects whose volume is not whole yet. */
  Set<DicomObject> waiting() {
    return assembler.waiting();
  }

  /** Time goes by. */
  void tick(Instant now) throws InterruptedException {
    tell(assembler.tick(now), now);
    runs.tick(now);
  }

  /** Nothing more comes. */
  void end() throws InterruptedException {
    tell(assembler.finish(), Instant.now());
    runs.end();
  }

  private void tell(List<AssemblyEvent> events, Instant receivedAt) throws InterruptedException {
    for (AssemblyEvent event : events) {
      if (event instanceof AssemblyEvent.VolumeWhole whole) {
        volume(whole.volume(), receivedAt);
      } else if (event instanceof AssemblyEvent.SeriesFound found) {
        notes.say(name(found.facts()) + " begins, " + found.facts().vendor().title());
      } else if (event instanceof AssemblyEvent.VolumeGap gap) {
        notes.say("volume %d is not published: %s".formatted(gap.index(), gap.reason()));
      } else if (event instanceof AssemblyEvent.ObjectIgnored ignored) {
        notes.say("objects are left out, one by one: " + ignored.reason());
      }
    }
  }

  private void volume(WholeVolume volume, Instant receivedAt) throws InterruptedException {
    if (volume.facts().echo() > 1) {
      notes.say(name(volume.facts()) + " is left out: the first echo is decoded");
      return;
    }
    try {
      runs.volume(pushed(volume, receivedAt));
    } catch (DicomException e) {
      notes.say("volume %d is not published: %s".formatted(volume.index(), e.getMessage()));
    }
  }

  /** By its number alone: somebody may have written a name into its description. */
  private static String name(SeriesFacts facts) {
    OptionalInt number = facts.number();
    return number.isPresent() ? "series " + number.getAsInt() : "a series without a number";
  }

  private static List<Double> sliceTiming(WholeVolume volume) {
    return SliceTiming.of(List.of(volume))
        .map(seconds -> DoubleStream.of(seconds).boxed().toList())
        .orElse(List.of());
  }

  private static PushedVolume pushed(WholeVolume volume, Instant receivedAt) {
    Geometry grid = volume.geometry();
    return new PushedVolume(
        volume.series() + " " + name(volume.facts()),
        volume.index(),
        0,
        PushedGrid.header(
            volume.shape(),
            grid.getVoxelSizeMm(),
            grid.getAffine(),
            true,
            volume.facts().repetitionTimeSeconds()),
        volume.data(),
        receivedAt,
        new PushedSeries(
            volume.facts().identity(),
            volume.facts().number(),
            volume.facts().description(),
            volume.facts().protocol(),
            () -> sliceTiming(volume)));
  }
}
