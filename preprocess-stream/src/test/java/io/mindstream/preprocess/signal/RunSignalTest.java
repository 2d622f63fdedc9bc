package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.normalise.RunningBaseline;
import io.mindstream.preprocess.normalise.RunningBaseline.Scale;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSignalTest {

  private static final double[] BETAS = {30, -20, 50, 10, 40, 25, -10, 60};
  private static final String PLAIN = "drift=poly0,motion=0,steady=0,spikes=keep";

  @ParameterizedTest
  @ValueSource(ints = {0, 120})
  void shouldBeTheRunningNormalisationWhereOnlyALinearDriftIsTakenOut(int steady) {
    SimulatedRun run = new SimulatedRun(4, 60, BETAS, 14, 2, 0.4);
    TrialWindow window = new TrialWindow(50, 59);
    RunningBaseline running = new RunningBaseline(4, steady);
    run.rows.forEach(row -> running.add(row.index(), row.values()));
    WindowMean mean = new WindowMean(4);
    run.rows.subList(50, 60).forEach(row -> mean.add(row.index(), row.values()));

    String recipe = "denoised(drift=poly1,motion=0,spikes=keep,steady=" + steady + ")";
    float[] denoised = run.signal(recipe, 60).windowMean(window);

    assertThat(denoised).containsExactly(running.normalise(mean, Scale.DEVIATION), within(1e-5f));
  }

  @Test
  void shouldFindTheResponseOfEachTrialWhereThereIsNoNoise() {
    // Far enough apart that the trials before fit one column only because they are alike.
    SimulatedRun run = new SimulatedRun(2, 100, new double[] {30, 30, 30, 45}, 40, 0, 0);
    RunSignal signal = run.signal("glm(noise=white," + PLAIN + ")", 75);

    assertThat(signal.trials().beta(3)).containsExactly(new float[] {45, 45}, within(0.01f));
  }

  @Test
  void shouldNotTakeTheResponsesBeforeForItsOwn() {
    SimulatedRun run = new SimulatedRun(2, 100, new double[] {30, 30, 30, 0}, 8, 0, 0);
    RunSignal signal = run.signal("glm(noise=white," + PLAIN + ")", 25);

    assertThat(signal.trials().beta(3)).containsExactly(new float[] {0, 0}, within(0.01f));
  }

  @Test
  void shouldNotBeBiasedByNoiseOfFirstOrder() {
    SimulatedRun run = new SimulatedRun(400, 100, new double[] {30, 30, 30, 45}, 40, 3, 0.6);
    float[] betas = run.signal("glm(" + PLAIN + ")", 80).trials().beta(3);

    assertThat(mean(betas)).isCloseTo(45, within(1.0));
  }

  @Test
  void shouldGiveTValuesOfUnitVarianceInNoiseOfFirstOrder() {
    SimulatedRun run = new SimulatedRun(1000, 200, new double[] {0, 0, 0, 0, 0, 0}, 60, 3, 0.6);
    float[] t = run.signal("glm(score=t," + PLAIN + ")", 165).trials().beta(5);

    assertThat(deviation(t)).isCloseTo(1, within(0.12));
  }

  @Test
  void shouldBeMorePreciseInNoiseOfFirstOrderThanLeastSquares() {
    SimulatedRun run = new SimulatedRun(1000, 200, new double[] {0, 0, 0, 0, 0, 0}, 60, 3, 0.8);
    float[] whitened = run.signal("glm(" + PLAIN + ")", 165).trials().beta(5);
    float[] least = run.signal("glm(noise=white," + PLAIN + ")", 165).trials().beta(5);

    assertThat(deviation(whitened)).isLessThan(0.9 * deviation(least));
  }

  @Test
  void shouldKeepTheResponseOfTheFirstTrialWithSteadyVolumes() {
    SimulatedRun run = new SimulatedRun(50, 16, new double[] {45}, 40, 1, 0.3);

    assertThat(mean(run.signal("glm(drift=poly3,steady=120,spikes=keep)", 12).trials().beta(0)))
        .isCloseTo(45, within(5.0));
  }

  @Test
  void shouldTakeOutWhatFollowsTheMotion() {
    SimulatedRun run = new SimulatedRun(3, 60, new double[0], 14, 1, 0);
    for (SignalRow row : run.rows) {
      row.values()[1] += (float) (100 * row.motion()[2]);
    }
    TrialWindow window = new TrialWindow(50, 50);
    SimulatedRun still = new SimulatedRun(3, 60, new double[0], 14, 1, 0);

    assertThat(run.signal("denoised(spikes=keep,steady=0)", 60).windowMean(window)[1])
        .isCloseTo(
            still.signal("denoised(spikes=keep,steady=0)", 60).windowMean(window)[1],
            within(1e-3f));
  }

  @Test
  void shouldNotDependOnTheUnitOfTheMotion() {
    SimulatedRun run = new SimulatedRun(3, 60, BETAS, 14, 1, 0.3);
    float[] millimetres = run.signal("glm(motion=6)", 50).trials().beta(5);
    run.rows.replaceAll(row -> moved(row, DoubleStream.of(row.motion()).map(m -> m * 1000)));

    assertThat(run.signal("glm(motion=6)", 50).trials().beta(5))
        .containsExactly(millimetres, within(1e-3f));
  }

  @Test
  void shouldLeaveOutMotionThatNeverChanges() {
    SimulatedRun run = new SimulatedRun(3, 60, BETAS, 14, 1, 0.3);
    run.rows.replaceAll(row -> moved(row, DoubleStream.generate(() -> 0.25).limit(6)));

    assertThat(run.signal("glm(motion=24)", 50).trials().beta(5))
        .containsExactly(run.signal("glm(motion=0)", 50).trials().beta(5), within(1e-3f));
  }

  @Test
  void shouldClipASpikeToWhatWasSeen() {
    SimulatedRun run = new SimulatedRun(1, 60, new double[0], 14, 1, 0);
    int spike = 45;
    run.rows.set(
        spike, new SignalRow(spike, new float[] {5000}, new float[8], new double[6], true));
    TrialWindow window = new TrialWindow(spike, spike);

    String recipe = "denoised(drift=poly0,motion=0,spikes=limit,steady=0)";
    assertThat(run.signal(recipe, 46).windowMean(window)[0]).isBetween(2.5f, 4.5f);
  }

  @Test
  void shouldGiveZeroForAConstantVoxel() {
    RunSignal signal = constant();

    assertThat(signal.windowMean(new TrialWindow(10, 12))).containsExactly(0);
    assertThat(signal.trials().beta(0)).containsExactly(0);
  }

  @Test
  void shouldNotGrowWithTheRun() {
    double[] betas = new double[100];
    Arrays.fill(betas, 1);
    SimulatedRun run = new SimulatedRun(2, 550, betas, 10, 1, 0.3);

    assertThat(run.signal("glm(components=2,motion=24)", 550).size())
        .isEqualTo(run.signal("glm(components=2,motion=24)", 60).size());
  }

  @Test
  void shouldCountNeitherMissingNorCensoredVolumesOfAWindow() {
    SimulatedRun run = new SimulatedRun(1, 30, new double[0], 14, 1, 0);
    run.rows.remove(14);
    RunSignal signal = run.signal("denoised()", 29);

    // 28 is censored, 14 is missing.
    assertThat(signal.volumesUsed(new TrialWindow(12, 29))).isEqualTo(16);
  }

  @Test
  void shouldSayThatATrialIsSettled() {
    RunSignal signal = new SimulatedRun(1, 60, BETAS, 14, 1, 0).signal("glm()", 60);

    assertThatThrownBy(() -> signal.trials().beta(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("trial 0 is over and settled");
  }

  @Test
  void shouldSettleATrialWithTheFirstVolumeAfterItsResponse() {
    SimulatedRun run = new SimulatedRun(1, 60, BETAS, 14, 1, 0);

    // From 6 to 10 s and 32 s more; the middle of volume 20 is at 41 s.
    assertThat(run.signal("glm(spikes=keep)", 21).trials().settled(0)).isFalse();
    assertThat(run.signal("glm(spikes=keep)", 22).trials().settled(0)).isTrue();
  }

  @Test
  void shouldMissATrialWhoseResponseHasBegun() {
    RunSignal signal = new SimulatedRun(1, 60, BETAS, 14, 1, 0).signal("glm()", 30);

    assertThat(signal.misses(SimulatedRun.trial(90, 40, 4))).isTrue();
    assertThat(signal.misses(SimulatedRun.trial(90, 60, 4))).isFalse();
  }

  @Test
  void shouldRefuseToExpectATrialThatItMissed() {
    RunSignal signal = new SimulatedRun(1, 60, BETAS, 14, 1, 0).signal("glm()", 30);

    assertThatThrownBy(() -> signal.expect(SimulatedRun.trial(90, 40, 4)))
        .hasMessageContaining("make the signal again");
  }

  @Test
  void shouldSayThatNothingOfAResponseWasSeen() {
    RunSignal signal = new SimulatedRun(1, 60, BETAS, 14, 1, 0).signal("glm()", 20);

    assertThatThrownBy(() -> signal.trials().beta(7))
        .hasMessageContaining("no volume of the response");
  }

  @Test
  void shouldRefuseAWindowThatIsNoLongerKept() {
    RunSignal signal = new SimulatedRun(1, 60, BETAS, 14, 1, 0).signal("glm()", 60);

    assertThatThrownBy(() -> signal.windowMean(new TrialWindow(3, 8)))
        .hasMessageContaining("before the last 20 volumes");
  }

  @Test
  void shouldRefuseVolumesThatAreOutOfOrder() {
    SimulatedRun run = new SimulatedRun(1, 60, BETAS, 14, 1, 0);
    RunSignal signal = run.signal("glm()", 20);

    assertThatThrownBy(() -> signal.add(run.rows.get(10))).hasMessageContaining("in order");
  }

  @Test
  void shouldAskForMotionWhereTheRecipeNeedsIt() {
    RunSignal signal =
        new RunSignal(SignalRecipe.parse("denoised()"), new SignalShape(1, 0, 2, 0, 5));

    assertThatThrownBy(() -> signal.add(SignalRow.of(0, new float[1])))
        .hasMessageContaining("set motion=0");
  }

  private static SignalRow moved(SignalRow row, DoubleStream motion) {
    return new SignalRow(row.index(), row.values(), row.outside(), motion.toArray(), row.spike());
  }

  private static RunSignal constant() {
    RunSignal signal =
        new RunSignal(
            SignalRecipe.parse("glm(motion=0,score=t)"), new SignalShape(1, 0, 2, 100, 20));
    signal.expect(SimulatedRun.trial(0, 10, 4));
    for (int t = 0; t < 15; t++) {
      signal.add(SignalRow.of(t, new float[] {1234.567f}));
    }
    return signal;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }
}
