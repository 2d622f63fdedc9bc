package io.mindstream.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.TransferSyntax;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.testing.Slices;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VolumesCommandTest {

  private static final int SLICES = 3;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path source;

  @BeforeEach
  void makeTwoVolumes() throws IOException {
    source = Files.createDirectories(folder.resolve("export/deep")).getParent();
    for (int i = 0; i < 2 * SLICES; i++) {
      byte[] file = Slices.file("Philips", 1 + i % 2, i / 2);
      Files.write(source.resolve("deep/IM" + i), file);
    }
    Files.writeString(source.resolve("notes.txt"), "no DICOM");
  }

  @Test
  void shouldWriteWholeVolumesAndTheirSidecar() throws IOException {
    Path nifti = folder.resolve("out.nii.gz");
    assertThat(run("--source", source.toString(), "--nifti", nifti.toString())).isZero();
    try (NiftiReader reader = NiftiReader.open(nifti)) {
      assertThat(reader.header().volumes()).isEqualTo(2);
      assertThat(reader.header().shape().nz()).isEqualTo(SLICES);
    }
    assertThat(folder.resolve("out.json")).content().contains("\"RepetitionTime\" : 2.0");
  }

  @Test
  void shouldLeaveOutAVolumeThatLacksASlice() throws IOException {
    Files.delete(source.resolve("deep/IM3"));
    Path nifti = folder.resolve("out.nii");
    assertThat(run("--source", source.toString(), "--nifti", nifti.toString())).isZero();
    assertThat(err.toString()).contains("volume 1 is not whole", "2 of 3 slices");
    try (NiftiReader reader = NiftiReader.open(nifti)) {
      assertThat(reader.header().volumes()).isEqualTo(1);
    }
  }

  @Test
  void shouldDescribeSeriesWithoutNamingAnybody() {
    assertThat(run("--source", source.toString(), "--describe", "--json")).isZero();
    assertThat(out.toString())
        .contains("task bold", "\"volumes\" : 2")
        .doesNotContainIgnoringCase("secret");
    assertThat(err.toString()).contains("1 other files").doesNotContainIgnoringCase("secret");
  }

  @Test
  void shouldSayWhyNothingCanBeWritten() {
    int code = run("--source", source.toString(), "--nifti=x.nii", "--series-description", "rest*");
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("was not chosen", "--describe");
  }

  @Test
  void shouldNameASourceThatHoldsNoDicom() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("--source", empty.toString(), "--describe")).isEqualTo(1);
    assertThat(err.toString()).contains(empty.toString(), "holds no DICOM object");
  }

  @Test
  void shouldSayOnceWhatManyFilesLack() throws IOException {
    for (int i = 0; i < 3; i++) {
      byte[] file =
          Slices.slice("Philips", 9, i)
              .without(Tag.ORIENTATION)
              .file(TransferSyntax.EXPLICIT_LITTLE);
      Files.write(source.resolve("deep/placeless" + i), file);
    }
    assertThat(run("--source", source.toString(), "--describe")).isZero();
    assertThat(err.toString()).containsOnlyOnce("has no place").contains("and 2 more files");
  }

  private int run(String... arguments) {
    return new CommandLine(new VolumesCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
