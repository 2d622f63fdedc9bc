package io.mindstream.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.dicom.pixel.FrameReader;
import io.mindstream.imaging.testing.Slices;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomExtractTest {

  private static final List<Integer> PLACE =
      List.of(
          Tag.SERIES,
          Tag.SOP_INSTANCE,
          Tag.MANUFACTURER,
          Tag.POSITION,
          Tag.ORIENTATION,
          Tag.PIXEL_SPACING,
          Tag.INSTANCE_NUMBER,
          Tag.TEMPORAL_POSITION,
          Tag.ACQUISITION_TIME,
          Tag.REPETITION_TIME);

  @ParameterizedTest
  @EnumSource(
      value = TransferSyntax.class,
      names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "DEFLATED", "EXPLICIT_BIG"})
  void shouldKeepPixelsAndPlace(TransferSyntax syntax) {
    requireSame(read(Slices.slice("Philips", 2, 1).file(syntax)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ge-rtia", "siemens-xa10", "siemens-mosaic-vb17"})
  void shouldKeepPixelsAndPlaceOfWhatScannersSend(String set) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.of("data/dicom/" + set))) {
      requireSame(
          files
              .filter(file -> !file.toString().matches(".*\\.(nii|json)"))
              .findFirst()
              .map(DicomReader::read)
              .orElseThrow());
    }
  }

  @Test
  void shouldKeepFragmentsOfCodedPixels() {
    byte[] coded = {1, 2, 3, 4};
    DicomObject object =
        read(
            Slices.image("Philips")
                .fragments(coded, new byte[] {5, 6})
                .file(TransferSyntax.JPEG_LOSSLESS));
    DicomObject again = read(DicomExtract.of(object));
    assertThat(again.pixels().pieces())
        .extracting(PixelFragments.Piece::length)
        .containsExactly(4L, 2L);
    assertThat(again.source().read(again.pixels().pieces().get(0).offset(), 4)).isEqualTo(coded);
  }

  @Test
  void shouldSayNothingOfWhomItShows() {
    byte[] extract =
        DicomExtract.of(
            read(
                Slices.slice("Philips", 1, 0)
                    .text(Tag.SERIES_DESCRIPTION, "LO", "bold of Secret Person")
                    .text(Tag.PROTOCOL, "LO", "secret bold")
                    .file(TransferSyntax.EXPLICIT_LITTLE)));
    assertThat(new String(extract, StandardCharsets.ISO_8859_1))
        .doesNotContainIgnoringCase("secret");
  }

  private static void requireSame(DicomObject object) {
    DicomObject again = read(DicomExtract.of(object));
    for (int tag : PLACE) {
      assertThat(again.data().strings(tag)).as(Tag.text(tag)).isEqualTo(object.data().strings(tag));
    }
    assertThat(FrameReader.of(again).read(0)).isEqualTo(FrameReader.of(object).read(0));
  }

  private static DicomObject read(byte[] bytes) {
    return DicomReader.read(new MemoryBytes("slice", bytes));
  }
}
