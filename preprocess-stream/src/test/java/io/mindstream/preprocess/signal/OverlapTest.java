package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows into which the responses to earlier trials reach. */
class OverlapTest {

  private static final String NUISANCE = "drift=poly0,motion=0,steady=0,spikes=keep";
  private static final String STAY = "denoised(" + NUISANCE + ")";
  private static final String OUT = "denoised(" + NUISANCE + ",overlap=fir)";

  /** Trials 6 to 14 s apart: without jitter no program can tell overlapping responses apart. */
  private static final List<Double> GAPS = List.of(6., 14., 8., 12., 6., 10., 14., 8., 12., 6.);

  @Test
  void shouldTakeTheEarlierResponsesOut() {
    SimulatedRun crowded = jittered(30, 0.5);
    int last = crowded.trials.size() - 1;
    double stay = leak(STAY, last);
    double out = leak(OUT, last);

    assertThat(Math.abs(out)).isLessThan(0.3 * Math.abs(stay));
  }

  @Test
  void shouldLeaveTheTrialsOwnResponse() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {40}, 20, 0.5, 0);
    TrialWindow window = window(run.trials.get(0));

    assertThat(run.signal(OUT, window.last() + 1).windowMean(0, window)[0])
        .isGreaterThan(0.7f * run.signal(STAY, window.last() + 1).windowMean(window)[0]);
  }

  @Test
  void shouldSayThatATrialIsSettled() {
    SimulatedRun run = new SimulatedRun(1, 60, new double[] {40}, 20, 0.5, 0);

    assertThatThrownBy(() -> run.signal(OUT, 60).windowMean(0, new TrialWindow(50, 52)))
        .hasMessageContaining("over and settled");
  }

  @Test
  void shouldNotGrowWithTheRun() {
    double[] betas = new double[50];
    Arrays.fill(betas, 1);
    SimulatedRun run = new SimulatedRun(2, 250, betas, 10, 1, 0.3);

    assertThat(run.signal(OUT, 250).size()).isEqualTo(run.signal(OUT, 60).size());
  }

  @Test
  void shouldTakeLaterResponsesOutOnceTheRunIsOver() {
    SimulatedRun run = new SimulatedRun(2, 120, new double[] {0, 30, 30, 30}, 8, 0.2, 0);
    TrialWindow window = new TrialWindow(9, 12);
    float with = run.whole(STAY, run.trials).windowMean(0, window)[0];

    assertThat(Math.abs(run.whole(OUT, run.trials).windowMean(0, window)[0]))
        .isLessThan(Math.abs(with));
  }

  /** How much more a trial's window has where the trials before it had a response. */
  private static double leak(String recipe, int trial) {
    return mean(jittered(30, 0.5), recipe, trial) - mean(jittered(0, 0.5), recipe, trial);
  }

  private static double mean(SimulatedRun run, String recipe, int trial) {
    TrialWindow window = window(run.trials.get(trial));
    float[] means = run.signal(recipe, window.last() + 1).windowMean(trial, window);
    double sum = 0;
    for (float value : means) {
      sum += value;
    }
    return sum / means.length;
  }

  /** The last trial has no response. */
  private static SimulatedRun jittered(double beta, double sd) {
    double[] betas = new double[GAPS.size() + 1];
    Arrays.fill(betas, 0, GAPS.size(), beta);
    return new SimulatedRun(50, betas, GAPS, sd);
  }

  private static TrialWindow window(Trial trial) {
    return TrialWindow.covering(trial.onsetSeconds() + 4, 4, SimulatedRun.TR);
  }
}
