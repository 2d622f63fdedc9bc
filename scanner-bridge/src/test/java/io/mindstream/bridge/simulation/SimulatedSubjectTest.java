package io.mindstream.bridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedSubjectTest {

  private static final int VOXELS = 256;
  private static final int TRAINING = 320;
  private static final int TEST = 80;
  private static final double TR = 1;
  private static final double DURATION = 4;

  @Test
  void shouldAnswerTheSameToTheSameSeeds() {
    Stimulus stimulus = new Stimulus(Category.CAT, 7);
    assertThat(new SimulatedSubject(3, 64, 1).respond(stimulus, DURATION, TR, 5))
        .isEqualTo(new SimulatedSubject(3, 64, 1).respond(stimulus, DURATION, TR, 5));
  }

  @Test
  void shouldAnswerLikeTheWindowMeanOfTheFullSeries() {
    SimulatedSubject subject = new SimulatedSubject(3, 64, 0);
    Presentation trial = new Presentation(new Stimulus(Category.CAT, 7), 10, DURATION);
    float[] alone = subject.respond(trial.stimulus(), DURATION, TR, 0);
    float[] changed = windowMean(subject.series(List.of(trial), 40, TR, 1), 15, 19);
    float[] nothing = windowMean(subject.series(List.of(), 40, TR, 1), 15, 19); // Drift alone.
    float[] baseline = subject.baseline();
    for (int v = 0; v < alone.length; v++) {
      assertThat(changed[v] - nothing[v]).isEqualTo(alone[v] - baseline[v], within(0.01f));
    }
  }

  @Test
  void shouldHaveVoxelsThatLookLikeBold() {
    SimulatedSubject subject = new SimulatedSubject(3, 64, 1);
    for (float value : subject.series(List.of(), 20, TR, 1)[10]) {
      assertThat(value).isBetween(500f, 1100f);
    }
  }

  @Test
  void shouldLetCategoryAndHueBeDecoded() {
    SimulatedSubject subject = new SimulatedSubject(1, VOXELS, 1);
    double[][] decoded = decode(subject);
    assertThat(categoryAccuracy(decoded)).isGreaterThan(0.9);
    assertThat(correlation(decoded, 8)).isGreaterThan(0.8); // cos of hue
    assertThat(correlation(decoded, 9)).isGreaterThan(0.8); // sin of hue
    assertThat(correlation(decoded, 10)).isGreaterThan(0.8); // x
    assertThat(correlation(decoded, 11)).isGreaterThan(0.8); // scale
  }

  @Test
  void shouldBeHarderToDecodeWithMoreNoise() {
    double quiet = categoryAccuracy(decode(new SimulatedSubject(1, VOXELS, 2)));
    double loud = categoryAccuracy(decode(new SimulatedSubject(1, VOXELS, 12)));
    assertThat(loud).isLessThan(quiet);
  }

  private static float[] windowMean(float[][] series, int from, int to) {
    float[] mean = new float[series[0].length];
    for (int t = from; t < to; t++) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += series[t][v] / (to - from);
      }
    }
    return mean;
  }

  /** Ridge regression from voxels to targets; rows of test predictions. */
  private static double[][] decode(SimulatedSubject subject) {
    double[][] x = new double[TRAINING][];
    double[][] y = new double[TRAINING][];
    for (int i = 0; i < TRAINING; i++) {
      x[i] = centred(subject, stimulus(i), i);
      y[i] = target(stimulus(i));
    }
    double[][] dual = Ridge.fit(x, y, 1000);
    double[][] predictions = new double[TEST][];
    for (int i = 0; i < TEST; i++) {
      predictions[i] =
          Ridge.predict(x, dual, centred(subject, stimulus(TRAINING + i), TRAINING + i));
    }
    return predictions;
  }

  private static Stimulus stimulus(int i) {
    return new Stimulus(Category.viewed().get(i % 8), 1000 + i);
  }

  private static double[] centred(SimulatedSubject subject, Stimulus stimulus, int noiseSeed) {
    float[] vector = subject.respond(stimulus, DURATION, TR, noiseSeed);
    float[] baseline = subject.baseline();
    double[] centred = new double[vector.length];
    for (int v = 0; v < vector.length; v++) {
      centred[v] = vector[v] - baseline[v];
    }
    return centred;
  }

  private static double[] target(Stimulus stimulus) {
    double[] target = new double[12];
    target[Category.viewed().indexOf(stimulus.category())] = 1;
    StimulusParameters look = stimulus.parameters();
    target[8] = Math.cos(2 * Math.PI * look.hue());
    target[9] = Math.sin(2 * Math.PI * look.hue());
    target[10] = look.x();
    target[11] = look.scale() - 0.67;
    return target;
  }

  private static double categoryAccuracy(double[][] decoded) {
    int right = 0;
    for (int i = 0; i < TEST; i++) {
      int best = 0;
      for (int category = 1; category < 8; category++) {
        best = decoded[i][category] > decoded[i][best] ? category : best;
      }
      right += best == (TRAINING + i) % 8 ? 1 : 0;
    }
    return (double) right / TEST;
  }

  private static double correlation(double[][] decoded, int column) {
    double[] truth = new double[TEST];
    double[] guess = new double[TEST];
    for (int i = 0; i < TEST; i++) {
      truth[i] = target(stimulus(TRAINING + i))[column];
      guess[i] = decoded[i][column];
    }
    return Ridge.correlation(truth, guess);
  }
}
