package io.mindstream.imaging.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.TransferSyntax;
import io.mindstream.imaging.testing.Slices;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodedPixelsTest {

  @ParameterizedTest
  @CsvSource({
    "rle-signed16", "rle-unsigned16", "rle-signed12", "rle-unsigned12",
    "jpeg-sv1-signed16", "jpeg-sv1-unsigned16", "jpeg-sv1-signed12", "jpeg-sv1-unsigned12",
    "jpeg-p14-signed16", "jpeg-p14-unsigned16", "jpeg-p14-signed12", "jpeg-p14-unsigned12",
    "jpeg2000-signed16", "jpeg2000-unsigned16", "jpeg2000-signed12", "jpeg2000-unsigned12"
  })
  void shouldDecodeEachPixelAsItWas(String name) throws IOException {
    boolean signed = name.contains("-signed");
    int bits = name.endsWith("12") ? 12 : 16;
    ByteBuffer pixels = read(CodedSamples.file(name));
    for (int y = 0; y < CodedSamples.ROWS; y++) {
      for (int x = 0; x < CodedSamples.COLUMNS; x++) {
        short stored = pixels.getShort(2 * (x + CodedSamples.COLUMNS * y));
        int value = signed ? stored : Short.toUnsignedInt(stored);
        assertThat(value).isEqualTo(CodedSamples.pixel(x, y, signed, bits));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLICIT_LITTLE", "IMPLICIT_LITTLE", "DEFLATED", "EXPLICIT_BIG"})
  void shouldTakeTheStoredBitsAloneInEachByteOrder(TransferSyntax syntax) {
    ByteBuffer stored = ByteBuffer.allocate(32).order(syntax.order());
    stored.putShort((short) 0x7FF2).putShort((short) 0x1001); // Twelve bits below an overlay.
    byte[] file =
        Slices.slice("Philips", 1, 0)
            .us(Tag.BITS_STORED, 12)
            .us(Tag.HIGH_BIT, 11)
            .bytes(Tag.PIXELS, "OW", stored.array())
            .file(syntax);
    ByteBuffer pixels = read(file);
    assertThat(pixels.getShort(0)).isEqualTo((short) -14);
    assertThat(pixels.getShort(2)).isEqualTo((short) 1);
  }

  @Test
  void shouldShiftPixelsWhoseHighBitIsNotTheLastStored() {
    byte[] pixels = new byte[32];
    pixels[0] = 0x30;
    byte[] file =
        Slices.slice("Philips", 1, 0)
            .us(Tag.BITS_STORED, 12)
            .us(Tag.HIGH_BIT, 15)
            .bytes(Tag.PIXELS, "OW", pixels)
            .file(TransferSyntax.EXPLICIT_LITTLE);
    assertThat(read(file).getShort(0)).isEqualTo((short) 3);
  }

  @Test
  void shouldWidenPixelsOfOneByte() {
    byte[] pixels = new byte[16];
    pixels[0] = (byte) 200;
    byte[] file =
        Slices.slice("Philips", 1, 0)
            .us(Tag.BITS_ALLOCATED, 8)
            .us(Tag.BITS_STORED, 8)
            .us(Tag.HIGH_BIT, 7)
            .us(Tag.SIGNED, 0)
            .bytes(Tag.PIXELS, "OB", pixels)
            .file(TransferSyntax.EXPLICIT_LITTLE);
    assertThat(read(file).getShort(0)).isEqualTo((short) 200);
  }

  @Test
  void shouldRefuseAnImageThatIsSmallerThanItsDescription() throws IOException {
    byte[] file = CodedSamples.file("jpeg-sv1-unsigned16");
    for (int i = 0; i + 9 < file.length; i++) {
      if (file[i] == (byte) 0xFF && file[i + 1] == (byte) 0xC3) {
        file[i + 6]++;
      }
    }
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("24x21");
  }

  private static ByteBuffer read(byte[] file) {
    FrameReader reader = FrameReader.of(DicomReader.read(new MemoryBytes("coded", file)));
    return ByteBuffer.wrap(reader.read(0)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
