package io.mindstream.decoder.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {

  private static final NoiseSchedule SCHEDULE = new NoiseSchedule(1000, 0.0015, 0.0195);
  private static final double CLEAN = 0.8;
  private static final double NOISE = -1.7;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 998, 999})
  void shouldFindTheNoiseFromTheVelocity(int t) {
    double velocity = SCHEDULE.signal(t) * NOISE - SCHEDULE.noise(t) * CLEAN;
    assertThat(noise(Prediction.VELOCITY, t, velocity)).isCloseTo(NOISE, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999})
  void shouldTakePredictedNoiseAsItIs(int t) {
    assertThat(noise(Prediction.NOISE, t, NOISE)).isEqualTo(NOISE);
  }

  private static double noise(Prediction prediction, int t, double output) {
    double x = SCHEDULE.signal(t) * CLEAN + SCHEDULE.noise(t) * NOISE;
    Combination weights = prediction.noise(SCHEDULE, t);
    return weights.sample() * x + weights.noise() * output;
  }
}
