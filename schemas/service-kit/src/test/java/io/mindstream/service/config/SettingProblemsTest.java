package io.mindstream.service.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingProblemsTest {

  private final SettingProblems problems = new SettingProblems("mindstream.test");

  @Test
  void shouldTellAllProblemsAtOnceByTheSettingsNames() {
    problems.require(false, "steps", "must be 1 or more", 0);
    problems.positive("wait", Duration.ZERO);
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "mindstream.test.steps must be 1 or more, got '0'",
            "mindstream.test.wait must be above");
  }

  @Test
  void shouldTellNothingWhereAllIsWell() {
    problems.notNegative("wait", Duration.ZERO);
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }
}
