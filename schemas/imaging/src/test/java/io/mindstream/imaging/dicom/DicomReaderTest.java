package io.mindstream.imaging.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.testing.DicomBytes;
import io.mindstream.imaging.testing.Slices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DicomReaderTest {

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED"})
  void shouldReadTextNumbersAndSequences(TransferSyntax syntax) {
    DicomBytes item = new DicomBytes().text(Tag.POSITION, "DS", "1\\2.5\\-3e1");
    byte[] file =
        new DicomBytes()
            .text(Tag.MODALITY, "CS", "MR")
            .us(Tag.ROWS, 300)
            .items(Tag.FRAME_GROUPS, new DicomBytes().items(Tag.PLANE_POSITION_SEQUENCE, item))
            .file(syntax);
    DataSet data = read(file).data();
    assertThat(data.text(Tag.MODALITY)).contains("MR");
    assertThat(data.integer(Tag.ROWS)).hasValue(300);
    DataSet frame = data.items(Tag.FRAME_GROUPS).get(0);
    assertThat(frame.items(Tag.PLANE_POSITION_SEQUENCE).get(0).numbers(Tag.POSITION))
        .containsExactly(1, 2.5, -30);
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void shouldReadADataSetWithoutPreamble(TransferSyntax syntax) {
    byte[] data = new DicomBytes().text(Tag.MODALITY, "CS", "MR").us(Tag.ROWS, 3).data(syntax);
    assertThat(read(data).data().integer(Tag.ROWS)).hasValue(3);
  }

  @Test
  void shouldReadADataSetInTheSyntaxOfItsAssociation() {
    byte[] data = new DicomBytes().us(Tag.ROWS, 3).data(TransferSyntax.EXPLICIT_BIG);
    DicomObject object =
        DicomReader.read(new MemoryBytes("x", data), TransferSyntax.EXPLICIT_BIG.uid());
    assertThat(object.data().integer(Tag.ROWS)).hasValue(3);
  }

  @Test
  void shouldFindAPrivateElementInTheBlockOfItsCreator() {
    byte[] file =
        new DicomBytes()
            .text(0x00190010, "LO", "SOMEBODY ELSE")
            .text(0x00190011, "LO", "SIEMENS MR HEADER")
            .us(0x0019100A, 1)
            .us(0x0019110A, 35)
            .file(TransferSyntax.EXPLICIT_LITTLE);
    DataSet data = read(file).data();
    assertThat(data.integer(data.privateTag(PrivateTag.MOSAIC_IMAGES))).hasValue(35);
  }

  @Test
  void shouldSkipASequenceOfUnknownVrThatIsWrittenImplicitly() {
    DicomBytes hidden = new DicomBytes().text(Tag.MODALITY, "CS", "XX").us(Tag.ROWS, 9);
    byte[] inner = new DicomBytes().items(0x00091001, hidden).data(TransferSyntax.IMPLICIT_LITTLE);
    byte[] unknown = new byte[inner.length + 4];
    System.arraycopy(inner, 0, unknown, 0, 4);
    unknown[4] = 'U';
    unknown[5] = 'N';
    System.arraycopy(inner, 4, unknown, 8, inner.length - 4);
    byte[] before = new DicomBytes().us(Tag.SAMPLES, 1).file(TransferSyntax.EXPLICIT_LITTLE);
    byte[] after = new DicomBytes().us(Tag.ROWS, 3).data(TransferSyntax.EXPLICIT_LITTLE);
    assertThat(read(joined(before, unknown, after)).data().integer(Tag.ROWS)).hasValue(3);
  }

  @Test
  void shouldSkipAnIconWithCodedPixels() {
    DicomBytes icon = new DicomBytes().us(Tag.ROWS, 9).fragments(new byte[8], new byte[5]);
    byte[] file =
        new DicomBytes()
            .us(Tag.ROWS, 3)
            .items(0x00880200, icon)
            .fragments(new byte[6])
            .file(TransferSyntax.RLE);
    DicomObject object = read(file);
    assertThat(object.data().integer(Tag.ROWS)).hasValue(3);
    assertThat(object.pixels().pieces()).hasSize(1);
  }

  @Test
  void shouldGoOnAfterAnElementWhoseVrIsLeftBlank() {
    byte[] before = new DicomBytes().us(Tag.SAMPLES, 1).file(TransferSyntax.EXPLICIT_LITTLE);
    byte[] blank = {0x28, 0, 0x06, 0, ' ', ' ', 2, 0, 7, 7};
    byte[] after = new DicomBytes().us(Tag.ROWS, 3).data(TransferSyntax.EXPLICIT_LITTLE);
    assertThat(read(joined(before, blank, after)).data().integer(Tag.ROWS)).hasValue(3);
  }

  @Test
  void shouldNotTakeSomebodysTextForAVendorsSequence() {
    byte[] file =
        new DicomBytes()
            .text(0x20050010, "LO", "SOMEBODY ELSE")
            .bytes(0x2005100F, "UN", "1070 and more".getBytes(UTF_8))
            .us(Tag.BITS_STORED, 12)
            .us(Tag.ROWS, 3)
            .file(TransferSyntax.IMPLICIT_LITTLE);
    assertThat(read(file).data().integer(Tag.ROWS)).hasValue(3);
  }

  @Test
  void shouldNameFileTagAndFixOfACutObject() {
    byte[] file = Slices.file("Philips", 1, 0);
    assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length - 1)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("test.dcm")
        .hasMessageContaining("(7fe0,0010)")
        .hasMessageContaining("copy it again");
  }

  @Test
  void shouldNameATransferSyntaxThatIsNotRead() {
    byte[] file = new DicomBytes().us(Tag.ROWS, 3).file(TransferSyntax.EXPLICIT_LITTLE);
    byte[] lossy =
        new String(file, ISO_8859_1)
            .replace("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.9")
            .getBytes(ISO_8859_1);
    assertThatThrownBy(() -> read(lossy)).hasMessageContaining("1.2.840.10008.1.2.9");
  }

  @Test
  void shouldRefuseADeflatedBomb() {
    byte[] bomb =
        new DicomBytes().bytes(0x00091001, "OB", new byte[40 << 20]).file(TransferSyntax.DEFLATED);
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("32 times");
  }

  @Test
  void shouldKeepNothingOfAPatient() {
    DataSet data = read(Slices.file("Philips", 1, 0)).data();
    assertThat(List.of(0x00100010, 0x00100020, 0x00100030, 0x00104000)).noneMatch(data::has);
  }

  @Test
  void shouldNotRecogniseOtherFiles() {
    assertThat(DicomReader.recognises(new MemoryBytes("a.txt", "some text file".getBytes(UTF_8))))
        .isFalse();
    assertThat(DicomReader.recognises(new MemoryBytes("zeros", new byte[400]))).isFalse();
  }

  private static DicomObject read(byte[] bytes) {
    return DicomReader.read(new MemoryBytes("test.dcm", bytes));
  }

  private static byte[] joined(byte[]... parts) {
    var out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
