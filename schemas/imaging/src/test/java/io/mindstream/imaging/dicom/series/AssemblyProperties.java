package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeGap;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeWhole;
import io.mindstream.imaging.testing.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AssemblyProperties {

  private record Sent(int volume, int slice) {}

  @Property(tries = 100)
  void shouldTellEachVolumeOnceInWhateverOrderItsSlicesCome(
      @ForAll @IntRange(min = 1, max = 5) int volumes,
      @ForAll @IntRange(min = 1, max = 6) int slices,
      @ForAll long seed) {
    List<Sent> sent = all(volumes, slices);
    sent.addAll(sent.subList(0, sent.size() / 2)); // The same objects twice.
    Collections.shuffle(sent, new Random(seed));
    List<AssemblyEvent> events = offered(sent);
    List<Integer> indices = whole(events).stream().map(WholeVolume::index).sorted().toList();
    assertThat(indices).isEqualTo(java.util.stream.IntStream.range(0, volumes).boxed().toList());
  }

  @Property(tries = 100)
  void shouldPutEachSliceIntoItsPlace(
      @ForAll @IntRange(min = 1, max = 6) int slices, @ForAll long seed) {
    List<Sent> sent = all(3, slices);
    Collections.shuffle(sent, new Random(seed));
    for (WholeVolume volume : whole(offered(sent))) {
      var voxels = volume.data().view(volume.shape());
      for (int z = 0; z < slices; z++) {
        double first = voxels.value(volume.shape().index(0, Slices.SIDE - 1, z));
        assertThat(first).isEqualTo(100 * (volume.index() + 1) + z);
      }
    }
  }

  @Property(tries = 200)
  void shouldNeverTellAVolumeAsWholeThatLacksASlice(
      @ForAll @IntRange(min = 2, max = 5) int volumes,
      @ForAll @IntRange(min = 2, max = 6) int slices,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Sent> sent = all(volumes, slices);
    Collections.shuffle(sent, random);
    List<Sent> later = sent.stream().filter(slice -> slice.volume() > 1).toList();
    List<Sent> lost = later.subList(0, 1 + random.nextInt(later.size()));
    sent.removeAll(lost); // The first volume shows how many slices there are.
    List<Integer> broken = lost.stream().map(slice -> slice.volume() - 1).toList();
    List<AssemblyEvent> events = offered(sent);
    assertThat(whole(events).stream().map(WholeVolume::index)).doesNotContainAnyElementsOf(broken);
  }

  @Property(tries = 100)
  void shouldReportEachVolumeThatLacksASliceAsAGap(
      @ForAll @IntRange(min = 2, max = 5) int volumes,
      @ForAll @IntRange(min = 2, max = 6) int slices,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Sent> sent = all(volumes, slices);
    Sent lost = new Sent(2 + random.nextInt(volumes - 1), random.nextInt(slices));
    sent.remove(lost);
    Collections.shuffle(sent, random);
    Set<Integer> gaps =
        offered(sent).stream()
            .filter(VolumeGap.class::isInstance)
            .map(event -> ((VolumeGap) event).index())
            .collect(Collectors.toSet());
    assertThat(gaps).containsExactly(lost.volume() - 1);
  }

  private static List<Sent> all(int volumes, int slices) {
    List<Sent> sent = new ArrayList<>();
    for (int volume = 1; volume <= volumes; volume++) {
      for (int slice = 0; slice < slices; slice++) {
        sent.add(new Sent(volume, slice));
      }
    }
    return sent;
  }

  private static List<AssemblyEvent> offered(List<Sent> sent) {
    VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
    List<AssemblyEvent> events = new ArrayList<>();
    for (Sent slice : sent) {
      byte[] file = Slices.file("Philips", slice.volume(), slice.slice());
      events.addAll(
          assembler.offer(DicomReader.read(new MemoryBytes("slice", file)), Instant.EPOCH));
    }
    events.addAll(assembler.finish());
    return events;
  }

  private static List<WholeVolume> whole(List<AssemblyEvent> events) {
    return events.stream()
        .filter(VolumeWhole.class::isInstance)
        .map(event -> ((VolumeWhole) event).volume())
        .toList();
  }
}
