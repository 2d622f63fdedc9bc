package io.mindstream.preprocess.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The lags of a response, one window after the other. */
class FirWindowTest {

  @Test
  void shouldCutAResponseInLags() {
    assertThat(FirWindow.covering(10, 2, 3, 1).lags())
        .containsExactly(new TrialWindow(10, 11), new TrialWindow(12, 13), new TrialWindow(14, 15));
  }

  @Test
  void shouldPutTheValuesOfLagsOneAfterTheOther() {
    float[] values =
        FirWindow.covering(10, 1, 2, 1).values(lag -> new float[] {lag.first(), -lag.first()});

    assertThat(values).containsExactly(10, -10, 11, -11);
  }

  @Test
  void shouldRefuseLagsShorterThanATr() {
    assertThatThrownBy(() -> FirWindow.covering(10, 1, 3, 2)).hasMessageContaining("TR");
  }

  @Property(tries = 500)
  void shouldCoverAResponseWithoutGapAndOnce(
      @ForAll @DoubleRange(min = 0, max = 500) double start,
      @ForAll @DoubleRange(min = 0.05, max = 5) double tr,
      @ForAll @IntRange(min = 1, max = 20) int lags) {
    FirWindow window = FirWindow.covering(start, tr, lags, tr);

    assertThat(window.whole().volumes())
        .isEqualTo(window.lags().stream().mapToInt(TrialWindow::volumes).sum());
  }
}
