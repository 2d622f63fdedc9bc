package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseComponentsTest {

  private static final int VOXELS = 40;

  @Test
  void shouldFindWhatTheVoxelsHaveInCommon() {
    assertThat(Math.abs(correlation(scores(300, 0), 0, 300))).isGreaterThan(0.97);
  }

  @Test
  void shouldFindWhatElseTheyHaveInCommon() {
    assertThat(Math.abs(correlation(scores(600, 1), 1, 600))).isGreaterThan(0.9);
  }

  @Test
  void shouldKeepTheirSign() {
    double[] scores = scores(600, 0);

    assertThat(correlation(scores, 0, 100, 300) * correlation(scores, 0, 300, 600)).isPositive();
  }

  @Test
  void shouldNotExplainAVolumeByItself() {
    NoiseComponents components = new NoiseComponents(1, 2, 0);
    double[] x = new double[1];
    for (int t = 0; t < 2; t++) {
      components.fill(row(t, t, 1 - t), false, x, 0);
    }

    assertThat(x[0]).isZero();
  }

  @Test
  void shouldNeedVoxelsOutsideTheRoi() {
    assertThatThrownBy(() -> new NoiseComponents(3, 0, 0)).hasMessageContaining("set components=0");
  }

  /** Scores of one component over volumes with two common sources. */
  private static double[] scores(int volumes, int component) {
    NoiseComponents components = new NoiseComponents(2, VOXELS, 0);
    Random random = new Random(3);
    double[] scores = new double[volumes];
    for (int t = 0; t < volumes; t++) {
      float[] outside = new float[VOXELS];
      for (int v = 0; v < VOXELS; v++) {
        double weight = v % 2 == 0 ? 1 : -1;
        outside[v] =
            (float) (900 + 3 * source(0, t) + 2 * weight * source(1, t) + random.nextGaussian());
      }
      double[] x = new double[2];
      components.fill(row(t, outside), false, x, 0);
      scores[t] = x[component];
    }
    return scores;
  }

  private static double source(int which, int t) {
    return Math.sin(which == 0 ? 0.9 * t : 2.3 * t + 1);
  }

  private static SignalRow row(int t, float... outside) {
    return new SignalRow(t, new float[0], outside, new double[0], false);
  }

  private static double correlation(double[] scores, int source, int volumes) {
    return correlation(scores, source, volumes / 3, volumes);
  }

  private static double correlation(double[] scores, int source, int from, int to) {
    double both = 0;
    double ours = 0;
    double theirs = 0;
    for (int t = from; t < to; t++) {
      both += scores[t] * source(source, t);
      ours += scores[t] * scores[t];
      theirs += source(source, t) * source(source, t);
    }
    return both / Math.sqrt(ours * theirs);
  }
}
