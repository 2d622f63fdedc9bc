package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.TransferSyntax;
import io.mindstream.imaging.dicom.series.AssemblyEvent.ObjectIgnored;
import io.mindstream.imaging.dicom.series.AssemblyEvent.SeriesFound;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeWhole;
import io.mindstream.imaging.testing.DicomBytes;
import io.mindstream.imaging.testing.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an assembler makes of made-up objects. */
record Assembled(List<AssemblyEvent> events) {

  /** Offers the objects in their order, and ends the series. */
  static Assembled of(List<DicomBytes> objects) {
    VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
    List<AssemblyEvent> events = new ArrayList<>();
    for (DicomBytes object : objects) {
      byte[] file = object.file(TransferSyntax.EXPLICIT_LITTLE);
      events.addAll(
          assembler.offer(DicomReader.read(new MemoryBytes("object", file)), Instant.EPOCH));
    }
    events.addAll(assembler.finish());
    return new Assembled(events);
  }

  /** Series, in order of coming. */
  List<SeriesFacts> series() {
    return events.stream()
        .filter(SeriesFound.class::isInstance)
        .map(event -> ((SeriesFound) event).facts())
        .toList();
  }

  List<String> ignored() {
    return events.stream()
        .filter(ObjectIgnored.class::isInstance)
        .map(event -> ((ObjectIgnored) event).reason())
        .toList();
  }

  /** Whole volumes by index. */
  List<WholeVolume> volumes() {
    return events.stream()
        .filter(VolumeWhole.class::isInstance)
        .map(event -> ((VolumeWhole) event).volume())
        .sorted(Comparator.comparingInt(WholeVolume::index))
        .toList();
  }

  /** The first stored pixel of each slice, volume by volume: 100 * volume (from 1) + slice. */
  List<List<Integer>> slices() {
    return volumes().stream().map(Assembled::slices).toList();
  }

  private static List<Integer> slices(WholeVolume volume) {
    var voxels = volume.data().view(volume.shape());
    List<Integer> first = new ArrayList<>();
    for (int z = 0; z < volume.shape().nz(); z++) {
      first.add((int) voxels.value(volume.shape().index(0, Slices.SIDE - 1, z)));
    }
    return first;
  }
}
