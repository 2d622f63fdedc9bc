package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.testing.DicomBytes;
import io.mindstream.imaging.testing.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What vendors number, and what not. */
class VolumeNumbersTest {

  private static final List<List<Integer>> THREE_VOLUMES =
      List.of(List.of(100, 101), List.of(200, 201), List.of(300, 301));

  /** As a scanner stores a series: its volumes one after the other. */
  private static Assembled series(String vendor, BiConsumer<DicomBytes, Integer> change) {
    List<DicomBytes> objects = new ArrayList<>();
    for (int volume = 1; volume <= 3; volume++) {
      for (int slice = 0; slice < 2; slice++) {
        DicomBytes object = Slices.slice(vendor, volume, slice).without(Tag.TEMPORAL_POSITION);
        change.accept(object, volume);
        objects.add(object.text(Tag.INSTANCE_NUMBER, "IS", "" + (objects.size() + 1)));
      }
    }
    return Assembled.of(objects);
  }

  @Test
  void shouldNotCountVolumesByTheNumberThatPhilipsGivesToASeries() {
    Assembled series =
        series(
            "Philips",
            (object, volume) ->
                object
                    .text(Tag.ACQUISITION_NUMBER, "IS", "5")
                    .text(Tag.TRIGGER_TIME, "DS", "" + 2000 * (volume - 1)));
    assertThat(series.slices()).isEqualTo(THREE_VOLUMES);
  }

  @Test
  void shouldCountFromAnyNumberThatAllSlicesHave() {
    Assembled series =
        series("CANON_MEC", (object, volume) -> object.text(Tag.ACQUISITION_NUMBER, "IS", "5"));
    assertThat(series.slices()).isEqualTo(THREE_VOLUMES);
  }

  @Test
  void shouldPutSlicesTogetherThatHaveANumberEach() {
    List<String> numbers = new ArrayList<>();
    Assembled series =
        series(
            "GE MEDICAL SYSTEMS",
            (object, volume) -> {
              numbers.add("");
              object.text(Tag.ACQUISITION_NUMBER, "IS", "" + (31_743 + numbers.size()));
            });
    assertThat(series.slices()).isEqualTo(THREE_VOLUMES);
  }

  @Test
  void shouldNotTakeTheImagesOfAnAcquisitionForSlicesOfAVolume() {
    Assembled series =
        series(
            "GE MEDICAL SYSTEMS",
            (object, volume) ->
                object
                    .text(Tag.ACQUISITION_NUMBER, "IS", "" + volume)
                    .text(Tag.IMAGES_IN_ACQUISITION, "IS", "6"));
    assertThat(series.slices()).isEqualTo(THREE_VOLUMES);
  }

  @Test
  void shouldKeepEchoesApartThatHaveNoNumbers() {
    Assembled series =
        series(
            "SIEMENS",
            (object, volume) ->
                object
                    .text(Tag.ACQUISITION_NUMBER, "IS", "1")
                    .text(Tag.ECHO_TIME, "DS", "" + 12.5 * volume));
    assertThat(series.series()).extracting(SeriesFacts::echo).containsExactly(1, 2, 3);
  }

  @Test
  void shouldLeaveOutPhaseImagesThatPhilipsNamesByTheirSequence() {
    Assembled series =
        series(
            "Philips",
            (object, volume) ->
                object.text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\SW_P_FFE\\SW_P\\FFE"));
    assertThat(series.ignored()).hasSize(6).allMatch(reason -> reason.contains("phase"));
  }

  @Test
  void shouldMeasureTheRepetitionTimeWhereNobodyTellsIt() {
    Assembled series =
        series(
            "SIEMENS",
            (object, volume) ->
                object
                    .without(Tag.REPETITION_TIME)
                    .text(Tag.ACQUISITION_NUMBER, "IS", "" + volume));
    assertThat(RepetitionTime.seconds(series.volumes())).hasValue(2.0);
  }

  @Test
  void shouldTurnTheSignOfUihOver() {
    Assembled series =
        series(
            "UIH",
            (object, volume) ->
                object
                    .text(Tag.ACQUISITION_NUMBER, "IS", "" + volume)
                    .text(Tag.PHASE_ENCODING, "CS", "COL")
                    .text(0x00650010, "LO", PrivateTag.UIH_PHASE_POSITIVE.creator())
                    .text(PrivateTag.UIH_PHASE_POSITIVE.tag(), "IS", "1"));
    assertThat(series.series().get(0).phaseEncoding()).contains("j");
  }
}
