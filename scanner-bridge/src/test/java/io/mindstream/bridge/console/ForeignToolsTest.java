package io.mindstream.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mindstream.bridge.dimse.DimseListener;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.ReceivedFolder;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.nifti.VolumeData;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a console writes, as other people's programs read it, where they are installed. */
@Timeout(60)
class ForeignToolsTest {

  @TempDir private Path folder;
  private final SimulatedScanner scanner = Sessions.scanner();

  @ParameterizedTest
  @EnumSource
  void shouldBeTheSameVoxelsForDcm2niix(Vendor vendor) throws Exception {
    require("dcm2niix");
    Sessions.write(scanner, vendor, Files.createDirectories(folder.resolve("dicom")));
    run("dcm2niix", "-z", "n", "-f", "series", "-o", folder.toString(), folder + "/dicom");

    assertThat(converted()).containsExactlyElementsOf(voxels());
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeTakenByStorescu(Vendor vendor) throws Exception {
    require("storescu");
    Sessions.write(scanner, vendor, Files.createDirectories(folder.resolve("dicom")));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ReceivedFolder received = new ReceivedFolder(folder.resolve("received"));
    try (DimseListener listener =
        DimseListener.open(new DimseSettings(any, "MINDSTREAM"), received, note -> {})) {
      String port = String.valueOf(listener.address().getPort());
      run("storescu", "+sd", "+r", "-R", "localhost", port, folder + "/dicom");
    }

    assertThat(received.count()).isEqualTo(count(folder.resolve("dicom")));
  }

  private List<ByteBuffer> voxels() {
    return Sessions.volumes(scanner).stream().map(VolumeData::bytes).toList();
  }

  private List<ByteBuffer> converted() {
    List<ByteBuffer> volumes = new ArrayList<>();
    try (NiftiReader reader = NiftiReader.open(folder.resolve("series.nii"))) {
      reader.forEachRemaining(volume -> volumes.add(volume.bytes()));
    }
    return volumes;
  }

  private static int count(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }

  private static void require(String tool) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
    assumeTrue(installed, "skipped: " + tool + " is not installed");
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
