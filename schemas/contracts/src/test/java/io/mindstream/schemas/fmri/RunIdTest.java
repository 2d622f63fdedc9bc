package io.mindstream.schemas.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sub-01_ses-02_task-viewing_run-03",
        "sub-1_task-objectviewing_run-01",
        "sub-01_task-rest"
      })
  void shouldReadItsOwnText(String text) {
    assertThat(RunId.parse(text)).hasToString(text);
  }

  @Test
  void shouldKeepTheZerosOfTheRunIndex() {
    assertThat(RunId.parse("sub-01_task-viewing_run-003").run()).isEqualTo(Optional.of("003"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run-01", "sub-01_task-a b", "sub-01_task-x_run-a", "sub-01/task-x"})
  void shouldShowTheRightFormWhereATextIsNoRunId(String text) {
    assertThatThrownBy(() -> RunId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sub-01_ses-02_task-viewing_run-03");
  }

  @Test
  void shouldRefuseALabelThatWouldBreakTheKey() {
    assertThatThrownBy(() -> new RunId("0_1", Optional.empty(), "x", Optional.empty()))
        .hasMessageContaining("letters and digits");
  }
}
