package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.series.EnhancedObjects.Stored;
import io.mindstream.imaging.testing.DicomBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects with a frame a slice. */
class EnhancedFramesTest {

  private static final List<Stored> ANYHOW =
      List.of(
          new Stored(2, 1),
          new Stored(1, 0),
          new Stored(3, 1),
          new Stored(3, 0),
          new Stored(2, 0),
          new Stored(1, 1));

  @Test
  void shouldOrderFramesByTheDimensionThatIsNotInSpace() {
    assertThat(Assembled.of(List.of(EnhancedObjects.object("Philips", ANYHOW, List.of()))).slices())
        .containsExactly(List.of(100, 101), List.of(200, 201), List.of(300, 301));
  }

  @Test
  void shouldMakeASeriesOfEachEcho() {
    Assembled series =
        Assembled.of(List.of(EnhancedObjects.object("Philips", ANYHOW, List.of(14.0, 33.5, 53.0))));
    assertThat(series.series()).extracting(SeriesFacts::echo).containsExactly(1, 2, 3);
    assertThat(series.volumes()).extracting(WholeVolume::index).containsOnly(0);
  }

  @Test
  void shouldTakeTheFinerTimesOfSiemens() {
    List<Stored> one = List.of(new Stored(1, 0), new Stored(1, 1));
    Assembled series =
        Assembled.of(List.of(EnhancedObjects.object("Siemens Healthineers", one, List.of())));
    assertThat(SliceTiming.of(series.volumes()).orElseThrow()).containsExactly(0, 0.1075);
  }

  @Test
  void shouldTellVolumesThatAreHalvesOfOne() {
    List<DicomBytes> halves =
        List.of(
            half(List.of(new Stored(1, 0), new Stored(1, 1)), 1),
            half(List.of(new Stored(1, 2), new Stored(1, 3)), 2));
    List<WholeVolume> volumes = Assembled.of(halves).volumes();
    assertThat(volumes.get(1).beside(volumes.get(0))).isTrue();
  }

  @Test
  void shouldNotTakeTheVolumesOfARunForHalves() {
    List<WholeVolume> volumes =
        Assembled.of(List.of(EnhancedObjects.object("Philips", ANYHOW, List.of()))).volumes();
    assertThat(volumes.get(1).beside(volumes.get(0))).isFalse();
  }

  private static DicomBytes half(List<Stored> frames, int number) {
    return EnhancedObjects.object("Philips", frames, List.of())
        .text(Tag.SOP_INSTANCE, "UI", "1.2.3." + number)
        .text(Tag.INSTANCE_NUMBER, "IS", "" + number);
  }

  @Test
  void shouldPutVolumesTogetherThatComeAnObjectASlice() {
    List<DicomBytes> objects = new ArrayList<>();
    for (Stored frame : ANYHOW) {
      objects.add(
          EnhancedObjects.object("Philips", List.of(frame), List.of())
              .text(Tag.SOP_INSTANCE, "UI", "1.2.3." + objects.size())
              .text(Tag.INSTANCE_NUMBER, "IS", "" + (10 * frame.volume() + frame.slice())));
    }
    assertThat(Assembled.of(objects).slices())
        .containsExactlyInAnyOrder(List.of(100, 101), List.of(200, 201), List.of(300, 301));
  }
}
