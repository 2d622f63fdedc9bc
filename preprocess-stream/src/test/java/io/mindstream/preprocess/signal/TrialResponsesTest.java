package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Responses that are told against earlier ones, and averaged with those of repeats. */
class TrialResponsesTest {

  private static final double[] BETAS = {30, -20, 50, 10, 40, 25, -10, 60};
  private static final String PLAIN = "motion=0,drift=poly1,spikes=keep";

  /** From a trial's onset to its answer, in volumes. */
  private static final int WAIT = 6;

  @Test
  void shouldTellAResponseAgainstThoseBeforeItAsTheyStoodAtTheirOwnAnswers() {
    SimulatedRun run = run();
    double[] earlier = new double[5];
    for (int k = 0; k < 5; k++) {
      earlier[k] = alone(run, k)[1];
    }
    float[] told = answer(run, "glm(standard=running," + PLAIN + ")", 5).values();

    assertThat((double) told[1]).isCloseTo(score(alone(run, 5)[1], earlier), within(1e-5));
  }

  @Test
  void shouldAverageTheResponsesToOneStimulus() {
    SimulatedRun run = shown("a", "b", "a", "c", "a");
    TrialResponse answer = answer(run, "glm(repeats=mean," + PLAIN + ")", 4);
    float mean = (alone(run, 0)[0] + alone(run, 2)[0] + alone(run, 4)[0]) / 3;

    assertThat(answer.trials()).isEqualTo(3);
    assertThat(answer.values()[0]).isCloseTo(mean, within(1e-4f));
  }

  @Test
  void shouldTellTheMeanOfRepeatsAgainstSingleResponses() {
    SimulatedRun run = shown("a", "b", "a", "c", "a");
    double[] earlier = new double[4];
    for (int k = 0; k < 4; k++) {
      earlier[k] = alone(run, k)[0];
    }
    double mean = (alone(run, 0)[0] + alone(run, 2)[0] + alone(run, 4)[0]) / 3.0;
    float[] told = answer(run, "glm(standard=running,repeats=mean," + PLAIN + ")", 4).values();

    assertThat((double) told[0]).isCloseTo(score(mean, earlier), within(1e-5));
  }

  @Test
  void shouldNotTakeTrialsWithoutAStimulusForRepeats() {
    SimulatedRun run = shown(null, null, null);

    assertThat(answer(run, "glm(repeats=mean)", 2).trials()).isEqualTo(1);
  }

  @Test
  void shouldNotCountATrialWhoseAnswerIsNotDueYet() {
    SimulatedRun run = run();
    RunSignal signal = new RunSignal(SignalRecipe.parse("glm(standard=running)"), run.shape);
    run.trials.forEach(trial -> signal.expect(trial, List.of(due(trial) + 20)));
    run.rows.subList(0, due(run.trials.get(5)) + 1).forEach(signal::add);

    assertThat(signal.trials().lacksEarlier(5, 0)).isTrue();
  }

  @Test
  void shouldNotTellTheFirstTrialsAgainstTooFew() {
    SimulatedRun run = run();

    assertThat(asked(run, "glm(standard=running)", 3).trials().lacksEarlier(3, 0)).isTrue();
    assertThat(asked(run, "glm(standard=running)", 4).trials().lacksEarlier(4, 0)).isFalse();
  }

  @Test
  void shouldRefuseToTellWithoutAScale() {
    RunSignal signal = asked(run(), "glm(standard=running)", 3);

    assertThatThrownBy(() -> signal.trials().response(3, 0))
        .hasMessageContaining("4 responses or more");
  }

  @Test
  void shouldGiveZeroForAVoxelThatAnswersAlways() {
    ResponseScale scale =
        ResponseScale.of(
            List.of(new float[] {2}, new float[] {2}, new float[] {2}, new float[] {2}));

    assertThat(scale.score(new double[] {5})).containsExactly(0);
  }

  @Test
  void shouldTellAgainstAllOthersOnceTheRunIsOver() {
    SimulatedRun run = run();
    RunSignal whole = run.whole("glm(standard=running," + PLAIN + ")", run.trials);
    double[] others = new double[BETAS.length - 1];
    for (int k = 1; k < BETAS.length; k++) {
      others[k - 1] = whole.trials().beta(k)[0];
    }

    assertThat((double) whole.trials().response(0, 0).values()[0])
        .isCloseTo(score(whole.trials().beta(0)[0], others), within(1e-5));
  }

  private static SimulatedRun run() {
    return new SimulatedRun(3, 80, BETAS, 14, 2, 0.4);
  }

  private static SimulatedRun shown(String... stimuli) {
    SimulatedRun run = run();
    List<Trial> trials = new ArrayList<>();
    for (int k = 0; k < stimuli.length; k++) {
      Trial of = run.trials.get(k);
      Optional<String> stimulus = Optional.ofNullable(stimuli[k]);
      trials.add(new Trial(k, of.type(), stimulus, of.onsetSeconds(), of.durationSeconds()));
    }
    run.trials.clear();
    run.trials.addAll(trials);
    return run;
  }

  private static int due(Trial trial) {
    return (int) (trial.onsetSeconds() / SimulatedRun.TR) + WAIT;
  }

  private static TrialResponse answer(SimulatedRun run, String recipe, int trial) {
    return asked(run, recipe, trial).trials().response(trial, 0);
  }

  /** The response to a trial alone, as it stood when its answer was due. */
  private static float[] alone(SimulatedRun run, int trial) {
    return asked(run, "glm(" + PLAIN + ")", trial).trials().beta(trial);
  }

  /** The signal when the answer to a trial is due. */
  private static RunSignal asked(SimulatedRun run, String recipe, int trial) {
    RunSignal signal = new RunSignal(SignalRecipe.parse(recipe), run.shape);
    run.trials.forEach(each -> signal.expect(each, List.of(due(each))));
    run.rows.subList(0, due(run.trials.get(trial)) + 1).forEach(signal::add);
    return signal;
  }

  private static double score(double value, double[] earlier) {
    double mean = 0;
    for (double each : earlier) {
      mean += each / earlier.length;
    }
    double squares = 0;
    for (double each : earlier) {
      squares += (each - mean) * (each - mean);
    }
    return (value - mean) / Math.sqrt(squares / (earlier.length - 1));
  }
}
