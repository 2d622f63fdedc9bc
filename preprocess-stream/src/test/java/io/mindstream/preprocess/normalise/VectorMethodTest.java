package io.mindstream.preprocess.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.normalise.RunningBaseline.Scale;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.normalise.VectorMethod.Running;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorMethodTest {

  private static final TrialWindow WINDOW = new TrialWindow(2, 3);
  private static final FoldedRun RUN = new FoldedRun(1, 2, OptionalInt.empty(), 0);
  private static final VectorMethod NONE = new VectorMethod.Mean();
  private static final VectorMethod RUNNING = new Running(Scale.DEVIATION, 0);
  private static final VectorMethod PERCENT = new Running(Scale.PERCENT, 0);

  @Test
  void shouldAverageOnlyVolumesInsideTheWindow() {
    assertThat(values(NONE, 9, 9, 4, 8)).containsExactly(6);
  }

  @Test
  void shouldRefuseToMakeVectorsOfTraining() {
    assertThatThrownBy(() -> VectorMethod.of("training", 0)).hasMessageContaining("training");
  }

  @Test
  void shouldGivePercentOfTheMeanSoFar() {
    // x = 1, 2, 3, 8: mean 3.5; of the window's residuals -1.6 and 1.2 the mean is -0.2.
    assertThat(values(PERCENT, 1, 2, 3, 8)[0]).isCloseTo(-20 / 3.5f, within(1e-5f));
  }

  @Test
  void shouldGiveZeroPercentOfNoSignal() {
    assertThat(values(PERCENT, -1, 1, 1, -1)).containsExactly(0);
  }

  /** A volume after the window tells of the baseline, not of the response. */
  @Test
  void shouldKnowVolumesAfterTheWindowWhereTheAnswerIsLater() {
    // Slope 0.1, so 0.45 is expected of the window, which has 1; the residuals' variance is 0.22.
    float[] late = answer(RUNNING, WINDOW, 4, 0, 0, 1, 1, 0);

    assertThat((double) late[0]).isCloseTo(0.55 / Math.sqrt(0.22), within(1e-6));
  }

  @Test
  void shouldRemoveMeanAndDriftAndScaleBySpread() {
    // x = 1, 2, 3, 8 at t = 0..3: slope 2.2, intercept 0.2, residuals .8 -.4 -1.6 1.2,
    // SSR = 4.8, sd = sqrt(1.2); the window's residuals -1.6 and 1.2 have mean -0.2.
    assertThat(values(RUNNING, 1, 2, 3, 8)[0])
        .isCloseTo((float) (-0.2 / Math.sqrt(1.2)), within(1e-6f));
  }

  @Test
  void shouldGiveZeroForAConstantVoxel() {
    assertThat(values(RUNNING, 7, 7, 7, 7)).containsExactly(0);
  }

  @Test
  void shouldGiveZeroForAVoxelThatOnlyDrifts() {
    assertThat(values(RUNNING, 0.1f, 0.2f, 0.3f, 0.4f)).containsExactly(0);
  }

  @Test
  void shouldNotTakeTheResponseToTheFirstTrialForDrift() {
    float[] x = new float[12];
    Arrays.fill(x, 8, 12, 1);

    // Mean 1/3, variance 2/9, so 2/3 over its root; least squares would leave 0.81 of these 1.41.
    assertThat((double) steady(new TrialWindow(8, 11), x)[0]).isCloseTo(Math.sqrt(2), within(0.01));
  }

  @Test
  void shouldRemoveADriftThatLasts() {
    float[] x = new float[1200];
    for (int t = 0; t < x.length; t++) {
      x[t] = t + (t % 2 == 0 ? 100 : -100);
    }

    // The drift alone would stand 594.5 above the mean, 1.6 standard deviations.
    assertThat((double) steady(new TrialWindow(1190, 1199), x)[0]).isCloseTo(0, within(0.01));
  }

  @Test
  void shouldShrinkTheDriftAsIfSteadyVolumesHadBeenSeen() {
    // x = 1, 2, 3, 8 at t = 0..3: mean 3.5, sums of squares and products 5, 29 and 11; slope
    // 11 / (5 + 143990) = 7.63915e-5; SSR = 29 - 22 slope + 5 slope^2 = 28.998319; the window's
    // mean 5.5 lies 2 - slope above what is expected at its mean time 2.5.
    assertThat((double) steady(WINDOW, 1, 2, 3, 8)[0])
        .isCloseTo(1.9999236 / Math.sqrt(28.998319 / 4), within(1e-6));
  }

  @Test
  void shouldGiveZeroWhereOneVolumeIsAllThereIs() {
    assertThat(answer(RUNNING, new TrialWindow(0, 0), 0, 5)).containsExactly(0);
  }

  @Test
  void shouldAgreeWithATwoPassFitWhereTheMeanIsLargeAgainstTheSpread() {
    float[] x = new float[400];
    Random random = new Random(7);
    for (int t = 0; t < x.length; t++) {
      x[t] = (float) (100_000 + 0.5 * t + random.nextGaussian());
    }
    float[] values = answer(RUNNING, new TrialWindow(390, 399), 399, x);

    assertThat((double) values[0]).isCloseTo(twoPass(x, 390), within(1e-4));
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

  private static float[] steady(TrialWindow window, float... series) {
    return answer(new Running(Scale.DEVIATION, 120), window, series.length - 1, series);
  }

  private static float[] values(VectorMethod method, float... series) {
    return answer(method, WINDOW, series.length - 1, series);
  }

  /** One voxel, volumes from 0. */
  private static float[] answer(
      VectorMethod method, TrialWindow window, int newest, float... series) {
    List<VolumeRow> rows = new ArrayList<>();
    for (float value : series) {
      rows.add(VolumeRow.of(new float[] {value}));
    }
    Asked asked = new Asked(new FoldTrial(0, Optional.empty(), 0, 1, List.of()), window, newest);
    return OfflineVectors.of(method, RUN, rows, List.of(asked)).get(0).orElseThrow().values();
  }
}
