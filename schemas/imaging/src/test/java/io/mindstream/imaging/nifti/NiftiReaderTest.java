package io.mindstream.imaging.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NiftiReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "dicom/ge-rtia/GE_Brain_Routine_2.nii, INT16, 64x64x8, 3, 1.5",
    "dicom/siemens-mosaic-vb17/ax_asc_35sl_6.nii, INT16, 64x64x35, 2, 3.0",
    "dicom/siemens-mosaic-ve11/Siemens_Rest_fMRI_AP_7.nii, UINT16, 86x86x51, 2, 1.3",
    "dicom/siemens-xa10/Siemens_REST1_w_SMS_PF7-8_6.nii, INT16, 64x64x6, 18, 0.5",
    "haxby/sub-1_task-objectviewing_run-01_bold.nii.gz, INT16, 40x20x1, 121, 2.5"
  })
  void shouldReadTheHeadersOfRealScanners(
      String name, NiftiType type, String shape, int volumes, double repetitionTime) {
    try (NiftiReader reader = NiftiReader.open(SharedData.of("data/" + name))) {
      NiftiHeader header = reader.header();
      assertThat(header.type()).isEqualTo(type);
      assertThat(header.shape()).isEqualTo(VolumeShape.parse(shape));
      assertThat(header.volumes()).isEqualTo(volumes);
      assertThat(header.repetitionTimeSeconds().orElseThrow())
          .isEqualTo(repetitionTime, within(1e-6));
    }
  }

  @Test
  void shouldSayThatACompressedFileLacksItsChecksum() throws IOException {
    Path file = Series.counting(folder.resolve("cut.nii.gz"), new VolumeShape(3, 2, 2), 1);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 6));
    try (NiftiReader reader = NiftiReader.open(file)) {
      assertThatThrownBy(reader::next)
          .isInstanceOf(NiftiException.class)
          .hasMessageContaining("truncated");
    }
  }

  @Test
  void shouldRefuseAWrongChecksumBeforeTheFirstVolume() throws IOException {
    Path file = Series.counting(folder.resolve("crc.nii.gz"), new VolumeShape(3, 2, 2), 3);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 8] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> NiftiReader.check(file))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("gzip checksum");
  }

  @Test
  void shouldRefuseACompressedFileWithFewerVolumesThanItsHeaderSays() throws IOException {
    Path file = folder.resolve("few.nii.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
      byte[] plain = header();
      out.write(plain, 0, plain.length - 2);
    }
    assertThatThrownBy(() -> NiftiReader.check(file))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("3x2x2 x 3 volumes");
  }

  @Test
  void shouldRefuseAFileWithMoreVolumesThanItsHeaderSays() throws IOException {
    Path file = folder.resolve("many.nii");
    byte[] plain = header();
    Files.write(file, plain);
    Files.write(file, new byte[plain.length], java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> NiftiReader.check(file))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("longer than the header says");
  }

  @Test
  void shouldSayHowToFetchContentThatIsNotHere() throws IOException {
    Path link = folder.resolve("sub-1_task-a_bold.nii.gz");
    Files.createSymbolicLink(link, Path.of(".git/annex/objects/a/b/MD5E-s1--x.nii.gz"));
    assertThatThrownBy(() -> NiftiReader.check(link))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("MD5E-s1--x.nii.gz")
        .hasMessageContaining("datalad get");
  }

  @Test
  void shouldReadTheVoxelsThatLieInTheFile() throws IOException {
    Path file = SharedData.of("data/dicom/siemens-mosaic-ve11/Siemens_Rest_fMRI_AP_7.nii");
    ByteBuffer raw = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    try (NiftiReader reader = NiftiReader.open(file)) {
      VolumeShape shape = reader.header().shape();
      reader.next();
      StoredVoxels second = reader.next().view(shape);
      for (int i = 0; i < shape.voxels(); i++) {
        int stored = Short.toUnsignedInt(raw.getShort(352 + 2 * (shape.voxels() + i)));
        assertThat(second.value(i)).isEqualTo(stored);
      }
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void shouldPreferTheSformToTheQform() {
    try (NiftiReader reader =
        NiftiReader.open(SharedData.of("data/dicom/siemens-mosaic-vb17/ax_asc_35sl_6.nii"))) {
      assertThat(reader.header().affine().get(10)).isEqualTo(3.5789432525634766);
    }
  }

  /** dcm2niix writes both; they must agree, by two independent paths through the header. */
  @ParameterizedTest
  @CsvSource({
    "dicom/ge-rtia/GE_Brain_Routine_2.nii",
    "dicom/siemens-mosaic-vb17/ax_asc_35sl_6.nii",
    "dicom/siemens-mosaic-ve11/Siemens_Rest_fMRI_AP_7.nii",
    "dicom/siemens-xa10/Siemens_REST1_w_SMS_PF7-8_6.nii"
  })
  void shouldFindTheSamePlaceByTheQform(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.of("data/" + name));
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(254, (short) 0); // No sform.
    Path qformOnly = Files.write(folder.resolve("qform.nii"), bytes);
    try (NiftiReader sform = NiftiReader.open(SharedData.of("data/" + name));
        NiftiReader qform = NiftiReader.open(qformOnly)) {
      for (int i = 0; i < 12; i++) {
        assertThat(qform.header().affine().get(i))
            .isEqualTo(sform.header().affine().get(i), within(1e-3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 2.5", "16, 0.0025", "24, 0.0000025", "0, 2.5"})
  void shouldReadRepetitionTimeInItsUnit(int unit, double seconds) throws IOException {
    Path file = patched(b -> b.put(123, (byte) (2 | unit)).putFloat(76 + 16, 2.5f));
    try (NiftiReader reader = NiftiReader.open(file)) {
      assertThat(reader.header().repetitionTimeSeconds().orElseThrow())
          .isEqualTo(seconds, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2000", "2, 2", "3, 0.002", "0, 2"})
  void shouldReadVoxelSizeInItsUnit(int unit, double millimetres) throws IOException {
    Path file = patched(b -> b.put(123, (byte) (unit | 8)));
    try (NiftiReader reader = NiftiReader.open(file)) {
      assertThat(reader.header().voxelSizeMm().get(0)).isEqualTo(millimetres, within(1e-9));
    }
  }

  @Test
  void shouldTakeSlopeZeroAsNoScaling() throws IOException {
    Path file = patched(b -> b.putFloat(112, 0).putFloat(116, 7));
    try (NiftiReader reader = NiftiReader.open(file)) {
      assertThat(reader.next().view(new VolumeShape(3, 2, 2)).value(5)).isEqualTo(5);
    }
  }

  @Test
  void shouldApplySlopeAndIntercept() throws IOException {
    Path file = patched(b -> b.putFloat(112, 0.5f).putFloat(116, 7));
    try (NiftiReader reader = NiftiReader.open(file)) {
      assertThat(reader.next().view(new VolumeShape(3, 2, 2)).value(4)).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 7, sizeof_hdr",
    "40, 0, dim[0]",
    "40, 9, dim[0]",
    "42, -3, dim[1]",
    "44, 32767, dim",
    "48, 32767, dim",
    "50, 3, dim[5]",
    "70, 32, datatype",
    "70, 128, datatype",
    "344, 0, magic"
  })
  void shouldNameTheFieldThatIsWrong(int offset, short value, String field) throws IOException {
    // dim[5] counts only where the header says that there are five dimensions.
    Path file =
        patched(
            b -> {
              if (offset == 50) {
                b.putShort(40, (short) 5);
              }
              b.putShort(offset, value);
            });
    assertThatThrownBy(() -> NiftiReader.open(file))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(field);
  }

  @Test
  void shouldRefuseVolumesLargerThanARecord() throws IOException {
    byte[] bytes = header();
    ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    b.putShort(42, (short) 3000).putShort(44, (short) 3000).putShort(46, (short) 1);
    Path file = folder.resolve("large.nii.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    assertThatThrownBy(() -> NiftiReader.open(file))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("16777216");
  }

  @Test
  void shouldSayHowToConvertPairs() throws IOException {
    Path file = patched(b -> b.put(345, (byte) 'i'));
    assertThatThrownBy(() -> NiftiReader.open(file)).hasMessageContaining(".hdr/.img");
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    assertThatThrownBy(() -> NiftiReader.open(folder.resolve("none.nii")))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("not found");
  }

  @ParameterizedTest
  @CsvSource({".nii", ".nii.gz"})
  void shouldFailClearlyWhereverTheFileIsCut(String extension) throws IOException {
    Path whole = Series.counting(folder.resolve("a" + extension), new VolumeShape(3, 2, 2), 3);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 0; length < bytes.length; length++) {
      Path cut = folder.resolve("cut" + extension);
      Files.write(cut, java.util.Arrays.copyOf(bytes, length));
      assertThat(readsWhole(cut)).as("%d of %d bytes", length, bytes.length).isFalse();
    }
  }

  private static boolean readsWhole(Path file) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (NiftiException e) {
      assertThat(e).hasMessageContaining(file.toString());
      return false;
    }
  }

  private byte[] header() throws IOException {
    Path file = Series.counting(folder.resolve("good.nii"), new VolumeShape(3, 2, 2), 3);
    return Files.readAllBytes(file);
  }

  private Path patched(java.util.function.Consumer<ByteBuffer> change) throws IOException {
    byte[] bytes = header();
    change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return Files.write(folder.resolve("patched.nii"), bytes);
  }
}
