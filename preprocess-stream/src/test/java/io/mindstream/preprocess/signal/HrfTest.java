package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HrfTest {

  private static final double STEP = 0.001;

  @ParameterizedTest
  @EnumSource
  void shouldHaveUnitArea(Hrf hrf) {
    double area = 0;
    for (double t = STEP / 2; t < 32; t += STEP) {
      area += STEP * hrf.response(t, 0);
    }

    // What comes after 32 s is left out.
    assertThat(area).isCloseTo(1, within(1e-3));
  }

  @ParameterizedTest
  @EnumSource
  void shouldAnswerABlockAsTheSumOfImpulses(Hrf hrf) {
    double sum = 0;
    for (double s = STEP / 2; s < 5; s += STEP) {
      sum += STEP * hrf.response(9 - s, 0);
    }

    assertThat(hrf.response(9, 5)).isCloseTo(sum, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void shouldEndAfterItsSupport(Hrf hrf) {
    assertThat(hrf.response(37.1, 5)).isZero();
    assertThat(hrf.response(36.9, 5)).isNotZero();
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotAnswerBeforeTheStimulus(Hrf hrf) {
    assertThat(hrf.response(0, 5)).isZero();
    assertThat(hrf.response(-3, 5)).isZero();
  }

  @Test
  void shouldHaveTheShapeThatGloverGave() {
    assertThat(Hrf.GLOVER.response(8, 0) / Hrf.GLOVER.response(4, 0))
        .isCloseTo(glover(8) / glover(4), within(1e-12));
  }

  @Test
  void shouldPeakWhereSpmDoes() {
    assertThat(Hrf.SPM.response(5, 0))
        .isGreaterThan(Hrf.SPM.response(4.9, 0))
        .isGreaterThan(Hrf.SPM.response(5.1, 0));
  }

  private static double glover(double t) {
    return Math.pow(t / 5.4, 6) * Math.exp(-(t - 5.4) / 0.9)
        - 0.35 * Math.pow(t / 10.8, 12) * Math.exp(-(t - 10.8) / 0.9);
  }
}
