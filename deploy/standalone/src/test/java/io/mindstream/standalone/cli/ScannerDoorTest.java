package io.mindstream.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Where scanners find a pipeline that runs in one process. */
class ScannerDoorTest {

  private static final String[] TWO = {"--scanner", "A=sub-01", "--scanner", "B=sub-02_ses-03"};

  @TempDir private Path data;

  @Test
  void shouldOpenTheUsualPortForSeveralScanners() {
    assertThat(apply(TWO))
        .containsEntry("mindstream.bridge.scanner.port", 11_112)
        .containsEntry("mindstream.bridge.scanner.scanners", "A=sub-01,B=sub-02_ses-03");
  }

  @Test
  void shouldOpenThePortAtTheScannersNetwork() {
    assertThat(apply("--dicom-port", "104", "--dicom-bind", "192.168.2.1"))
        .containsEntry("mindstream.bridge.scanner.port", 104)
        .containsEntry("mindstream.bridge.scanner.bind", "192.168.2.1");
  }

  @Test
  void shouldFindTheMaskOfEachScanner() {
    assertThat(door(TWO).masks(Path.of("mask-{subject}.nii")))
        .containsExactly(Path.of("mask-01.nii"), Path.of("mask-02.nii"));
  }

  @Test
  void shouldLetNobodyLieInTwoScanners() {
    assertThatThrownBy(() -> apply("--scanner", "A=sub-01", "--scanner", "B=sub-01"))
        .hasMessageContaining("nobody lies in two scanners");
  }

  @Test
  void shouldTakeNoFolderBesideSeveralScanners() {
    assertThatThrownBy(() -> apply("--scanner", "A=sub-01", "--scanner-folder", "export"))
        .hasMessageContaining("leave out --scanner-folder");
  }

  private Map<String, Object> apply(String... arguments) {
    return door(arguments).apply(StandaloneSettings.embedded(data), Map.of()).properties();
  }

  private static ScannerDoor door(String... arguments) {
    return CommandLine.populateCommand(new ScannerDoor(), arguments);
  }
}
