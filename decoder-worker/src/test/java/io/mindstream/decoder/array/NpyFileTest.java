package io.mindstream.decoder.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {

  @TempDir private Path folder;

  private Path file(String descr, String fortran, String shape, String hex) throws IOException {
    return file(
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n".formatted(descr, fortran, shape),
        hex);
  }

  private Path file(String header, String hex) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length());
    out.write(0);
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(HexFormat.of().parseHex(hex));
    return Files.write(folder.resolve("array.npy"), out.toByteArray());
  }

  @Test
  void shouldReadBackWhatItWrote() throws IOException {
    Path file = folder.resolve("array.npy");
    NpyFile.write(file, new float[] {1, -2.5f, 3, 4, 5, 6}, 2, 3);
    DoubleArray read = NpyFile.read(file);
    assertThat(read.shape()).containsExactly(2, 3);
    assertThat(read.floats()).containsExactly(1, -2.5f, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"descr\": \"|i1\", \"fortran_order\": False, \"shape\": (2,)}",
        "{\"shape\":(2,),\"fortran_order\":False,\"descr\":\"|i1\"}\n",
        "{'descr': u'|i1', 'fortran_order': False, 'shape': (2L,), }\n",
      })
  void shouldReadAHeaderWithAnyOfPythonsQuotes(String header) throws IOException {
    assertThat(NpyFile.read(file(header, "01fe")).floats()).containsExactly(1, -2);
  }

  @Test
  void shouldBeginDataAtMultipleOf64Bytes() throws IOException {
    Path file = folder.resolve("array.npy");
    NpyFile.write(file, new float[] {1}, 1);
    assertThat((Files.size(file) - Float.BYTES) % 64).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "|b1, 01, 1",
    "|u1, ff, 255",
    "<i2, feff, -2",
    "<u2, feff, 65534",
    ">i4, fffffffe, -2",
    "<u4, feffffff, 4294967294",
    "<i8, feffffffffffffff, -2",
    "<f2, 00c0, -2",
    ">f4, c0000000, -2",
    "<f8, 00000000000000c0, -2",
    "|i1, fe, -2"
  })
  void shouldReadEveryNumberType(String descr, String hex, double expected) throws IOException {
    assertThat(NpyFile.read(file(descr, "False", "1,", hex)).values()).containsExactly(expected);
  }

  @Test
  void shouldTurnFortranOrderIntoRows() throws IOException {
    DoubleArray read = NpyFile.read(file("|u1", "True", "2, 3", "010203040506"));
    assertThat(read.values()).containsExactly(1, 3, 5, 2, 4, 6);
  }

  @Test
  void shouldRefusePickledObjects() {
    Path objects =
        SharedData.of("fixtures/mind-vis-layers-2/bold5000/BOLD5000_Stimuli/Scene_Stimuli")
            .resolve("Presented_Stimuli/img_dict.npy");
    assertThatThrownBy(() -> NpyFile.read(objects))
        .isInstanceOf(UnusableArrayException.class)
        .hasMessageContaining("img_dict.npy")
        .hasMessageContaining("never loaded");
  }

  @Test
  void shouldRefuseText() {
    assertThatThrownBy(() -> NpyFile.read(file("<U3", "False", "1,", "")))
        .hasMessageContaining("'U3'");
  }

  @Test
  void shouldRefuseMoreElementsThanThereAre() {
    assertThatThrownBy(() -> NpyFile.read(file("<f8", "False", "200000000,", "00")))
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> NpyFile.read(file("<f8", "False", "9999999999, 99", "")))
        .hasMessageContaining("2 GiB");
  }

  @Test
  void shouldRefuseEveryTruncation() throws IOException {
    byte[] whole = Files.readAllBytes(file("<f4", "False", "2,", "0000000000000000"));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> NpyFile.read(cut)).isInstanceOf(UnusableArrayException.class);
    }
  }
}
