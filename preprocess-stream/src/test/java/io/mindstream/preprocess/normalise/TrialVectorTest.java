package io.mindstream.preprocess.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.Normalisation;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialVectorTest {

  private static final TrialWindow WINDOW = new TrialWindow(2, 3);

  @Test
  void shouldAverageOnlyVolumesInsideTheWindow() {
    assertThat(values(Normalisation.NONE, 9, 9, 4, 8)).containsExactly(6);
  }

  @Test
  void shouldLeaveTrainingConstantsToTheDecoder() {
    assertThat(values(Normalisation.TRAINING, 9, 9, 4, 8)).containsExactly(6);
  }

  @Test
  void shouldNeedTheWholeRunForRunningOnly() {
    assertThat(new TrialVector(Normalisation.RUNNING, WINDOW, 1).from()).isZero();
    assertThat(new TrialVector(Normalisation.NONE, WINDOW, 1).from()).isEqualTo(2);
  }

  @Test
  void shouldRemoveMeanAndDriftAndScaleBySpread() {
    // x = 1, 2, 3, 8 at t = 0..3: slope 2.2, intercept 0.2, residuals .8 -.4 -1.6 1.2,
    // SSR = 4.8, sd = sqrt(1.2); the window's residuals -1.6 and 1.2 have mean -0.2.
    assertThat(values(Normalisation.RUNNING, 1, 2, 3, 8)[0])
        .isCloseTo((float) (-0.2 / Math.sqrt(1.2)), within(1e-6f));
  }

  @Test
  void shouldGiveZeroForAConstantVoxel() {
    assertThat(values(Normalisation.RUNNING, 7, 7, 7, 7)).containsExactly(0);
  }

  @Test
  void shouldGiveZeroForAVoxelThatOnlyDrifts() {
    assertThat(values(Normalisation.RUNNING, 0.1f, 0.2f, 0.3f, 0.4f)).containsExactly(0);
  }

  @Test
  void shouldGiveZeroWhereOneVolumeIsAllThereIs() {
    TrialVector vector = new TrialVector(Normalisation.RUNNING, new TrialWindow(0, 0), 1);
    vector.add(0, new float[] {5});

    assertThat(vector.values()).containsExactly(0);
  }

  @Test
  void shouldAgreeWithATwoPassFitWhereTheMeanIsLargeAgainstTheSpread() {
    float[] x = new float[400];
    Random random = new Random(7);
    for (int t = 0; t < x.length; t++) {
      x[t] = (float) (100_000 + 0.5 * t + random.nextGaussian());
    }
    TrialVector vector = new TrialVector(Normalisation.RUNNING, new TrialWindow(390, 399), 1);
    for (int t = 0; t < x.length; t++) {
      vector.add(t, new float[] {x[t]});
    }

    assertThat((double) vector.values()[0]).isCloseTo(twoPass(x, 390), within(1e-4));
  }

  private static double twoPass(float[] x, int windowFirst) {
    double meanT = (x.length - 1) / 2.0;
    double meanX = 0;
    for (float value : x) {
      meanX += value / (double) x.length;
    }
    double products = 0;
    double squares = 0;
    for (int t = 0; t < x.length; t++) {
      products += (t - meanT) * (x[t] - meanX);
      squares += (t - meanT) * (t - meanT);
    }
    double slope = products / squares;
    double residuals = 0;
    double window = 0;
    for (int t = 0; t < x.length; t++) {
      double residual = x[t] - meanX - slope * (t - meanT);
      residuals += residual * residual;
      window += t >= windowFirst ? residual / (x.length - windowFirst) : 0;
    }
    return window / Math.sqrt(residuals / x.length);
  }

  /** One voxel, volumes from 0. */
  private static float[] values(Normalisation normalisation, float... series) {
    TrialVector vector = new TrialVector(normalisation, WINDOW, 1);
    for (int t = vector.from(); t < series.length; t++) {
      vector.add(t, new float[] {series[t]});
    }
    return vector.values();
  }
}
