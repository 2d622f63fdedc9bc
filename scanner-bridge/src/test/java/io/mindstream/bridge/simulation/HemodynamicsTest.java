package io.mindstream.bridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HemodynamicsTest {

  @Test
  void shouldPeakFiveSecondsAfterABriefStimulus() {
    double best = 0;
    for (double t = 0; t < 30; t += 0.05) {
      best = brief(t) > brief(best) ? t : best;
    }
    assertThat(best).isEqualTo(5.0, within(0.2));
  }

  @Test
  void shouldUndershootAfterAQuarterOfAMinute() {
    assertThat(brief(15)).isNegative();
  }

  @Test
  void shouldReachOneWhereTheStimulusStays() {
    assertThat(Hemodynamics.response(60, 60)).isEqualTo(1, within(1e-6));
  }

  /** spm_hrf: gamma densities t^5 e^-t / 5! and t^15 e^-t / 15!, integrated numerically. */
  @Test
  void shouldBeTheIntegralOfTheTwoDensities() {
    double sum = 0;
    for (double t = 0.0005; t < 8; t += 0.001) {
      double peak = Math.pow(t, 5) * Math.exp(-t) / 120;
      double undershoot = Math.pow(t, 15) * Math.exp(-t) / 1_307_674_368_000.0;
      sum += 0.001 * (peak - undershoot / 6) / (5.0 / 6);
    }
    assertThat(Hemodynamics.response(8, 8)).isEqualTo(sum, within(1e-6));
  }

  private static double brief(double t) {
    return Hemodynamics.response(t, 0.05);
  }
}
