package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.series.AssemblyEvent.ObjectIgnored;
import io.mindstream.imaging.dicom.series.AssemblyEvent.SeriesFound;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeGap;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeWhole;
import io.mindstream.imaging.testing.Slices;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an assembler keeps of a session that goes on for hours. */
class HeldObjectsTest {

  private static final int SLICES = 3;

  private final VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
  private Instant now = Instant.EPOCH;

  @Test
  void shouldLetGoOfTheObjectsOfVolumesThatWereTold() {
    List<WeakReference<DicomObject>> objects = new ArrayList<>();
    offer(1, objects);
    assertThat(assembler.tick(pass(AssemblySettings.usual().grace())))
        .hasAtLeastOneElementOfType(VolumeWhole.class);
    offer(2, objects);
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(objects).allMatch(object -> object.get() == null);
            });
    assertThat(assembler.tick(now)).isEmpty(); // It is still there itself.
  }

  @Test
  void shouldHoldTheObjectsOfAVolumeUntilItIsGivenUp() {
    offer(1, new ArrayList<>());
    assembler.tick(pass(AssemblySettings.usual().grace()));
    DicomObject early = slice(2, 0);
    assembler.offer(early, now);
    assertThat(assembler.waiting()).containsExactly(early);
    assertThat(assembler.tick(pass(AssemblySettings.usual().grace())))
        .hasOnlyElementsOfType(VolumeGap.class);
    assertThat(assembler.waiting()).isEmpty();
  }

  @Test
  void shouldCountAnObjectThatComesTwiceOnce() {
    assembler.offer(slice(1, 0), now);
    assertThat(assembler.offer(slice(1, 0), now)).hasOnlyElementsOfType(ObjectIgnored.class);
  }

  @Test
  void shouldNotBeginASeriesAgainThatWasForgotten() {
    offer(1, new ArrayList<>());
    assembler.tick(pass(AssemblySettings.usual().grace()));
    assembler.tick(pass(Duration.ofHours(2)));
    assertThat(assembler.offer(slice(1, 0), now))
        .hasOnlyElementsOfType(ObjectIgnored.class)
        .doesNotHaveAnyElementsOfTypes(SeriesFound.class);
  }

  private void offer(int volume, List<WeakReference<DicomObject>> objects) {
    for (int slice = 0; slice < SLICES; slice++) {
      DicomObject object = slice(volume, slice);
      objects.add(new WeakReference<>(object));
      assembler.offer(object, now);
    }
  }

  private Instant pass(Duration time) {
    now = now.plus(time);
    return now;
  }

  private static DicomObject slice(int volume, int slice) {
    return DicomReader.read(new MemoryBytes("slice", Slices.file("Philips", volume, slice)));
  }
}
