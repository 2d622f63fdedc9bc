package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QualityLimitsTest {

  @Test
  void shouldNameEveryLimitThatIsWrong() {
    assertThatThrownBy(() -> new QualityLimits(0.2, 0.1, 0, 1.5, 0.2, 1, 0.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mindstream.preprocess.quality-bad-displacement")
        .hasMessageContaining("quality-dvars must be above 0, is 0.0")
        .hasMessageContaining("quality-outlier-share");
  }
}
