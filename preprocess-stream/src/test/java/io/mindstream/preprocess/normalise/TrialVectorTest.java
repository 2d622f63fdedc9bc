package io.mindstream.preprocess.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
  void shouldRefuseToMakeVectorsOfTraining() {
    assertThatThrownBy(() -> new TrialVector(Normalisation.TRAINING, WINDOW, 1))
        .hasMessageContaining("training");
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
  void shouldNotTakeTheResponseToTheFirstTrialForDrift() {
    TrialVector vector = steady(new TrialWindow(8, 11));
    for (int t = 0; t < 12; t++) {
      vector.add(t, new float[] {t < 8 ? 0 : 1});
    }

    // Mean 1/3, variance 2/9, so 2/3 over its root; least squares would leave 0.81 of these 1.41.
    assertThat((double) vector.values()[0]).isCloseTo(Math.sqrt(2), within(0.01));
  }

  @Test
  void shouldRemoveADriftThatLasts() {
    TrialVector vector = steady(new TrialWindow(1190, 1199));
    for (int t = 0; t < 1200; t++) {
      vector.add(t, new float[] {t + (t % 2 == 0 ? 100 : -100)});
    }

    // The drift alone would stand 594.5 above the mean, 1.6 standard deviations.
    assertThat((double) vector.values()[0]).isCloseTo(0, within(0.01));
  }

  @Test
  void shouldShrinkTheDriftAsIfSteadyVolumesHadBeenSeen() {
    // x = 1, 2, 3, 8 at t = 0..3: mean 3.5, sums of squares and products 5, 29 and 11; slope
    // 11 / (5 + 143990) = 7.63915e-5; SSR = 29 - 22 slope + 5 slope^2 = 28.998319; the window's
    // mean 5.5 lies 2 - slope above what is expected at its mean time 2.5.
    TrialVector vector = steady(WINDOW);
    float[] series = {1, 2, 3, 8};
    for (int t = 0; t < series.length; t++) {
      vector.add(t, new float[] {series[t]});
    }

    assertThat((double) vector.values()[0])
        .isCloseTo(1.9999236 / Math.sqrt(28.998319 / 4), within(1e-6));
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

  private static TrialVector steady(TrialWindow window) {
    return new TrialVector(Normalisation.RUNNING, 120, window, 1);
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
