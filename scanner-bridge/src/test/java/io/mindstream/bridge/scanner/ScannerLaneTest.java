package io.mindstream.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.fmri.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scanners and who lies in them, as people name them. */
class ScannerLaneTest {

  private static final RunId USUAL = RunId.parse("sub-live_ses-05_task-view_run-01");

  @Test
  void shouldTakeWhatANameLacksFromTheUsual() {
    assertThat(ScannerLane.of(List.of(" ONE = sub-01 ", "TWO=sub-02_task-faces_run-03"), USUAL))
        .containsExactly(
            new ScannerLane("ONE", RunId.parse("sub-01_ses-05_task-view_run-01")),
            new ScannerLane("TWO", RunId.parse("sub-02_ses-05_task-faces_run-03")));
  }

  @Test
  void shouldRefuseAScannerThatIsNamedTwice() {
    assertThatThrownBy(() -> ScannerLane.of(List.of("ONE=sub-01", "ONE =sub-02"), USUAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an AE title of its own");
  }

  @Test
  void shouldRefuseAPersonInTwoScanners() {
    assertThatThrownBy(() -> ScannerLane.of(List.of("ONE=sub-01", "TWO=sub-01_ses-02"), USUAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a subject of its own");
  }

  @Test
  void shouldSayHowAScannerIsNamedInWhichNobodyLies() {
    assertThatThrownBy(() -> ScannerLane.of(List.of("ONE"), USUAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("for example --scanner ONE=sub-01");
  }
}
