package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunBetasTest {

  private static final String RECIPE = "glm(noise=white,drift=poly0,motion=0,steady=0,spikes=keep)";

  @Test
  void shouldKnowTheTrialsAfterATrial() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10, 40, 40, 40}, 6, 0, 0);

    assertThat(betas(run, RECIPE).get(0)).containsExactly(new float[] {10, 10}, within(0.01f));
  }

  @Test
  void shouldNotDependOnTheOrderOfTrials() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10, 40, 20, 30}, 6, 2, 0.4);
    float[] first = betas(run, "glm()").get(2);
    List<Trial> turned = new ArrayList<>(run.trials);
    Collections.reverse(turned);

    assertThat(RunBetas.of(run.rows, turned, SignalRecipe.parse("glm()"), run.shape).get(2))
        .containsExactly(first, within(1e-3f));
  }

  @Test
  void shouldAgreeWithTheSignalOnTheLastTrial() {
    SimulatedRun run = new SimulatedRun(2, 58, new double[] {10, 40, 20, 30}, 25, 2, 0.4);

    assertThat(betas(run, "glm(score=t)").get(3))
        .containsExactly(run.signal("glm(score=t)", 58).beta(3), within(1e-4f));
  }

  @Test
  void shouldLeaveOutATrialWithoutAVolume() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10}, 6, 2, 0.4);
    run.trials.add(SimulatedRun.trial(1, 500, 4));

    assertThat(betas(run, "glm()")).containsOnlyKeys(0);
  }

  @Test
  void shouldNeedAModelOfTrials() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10}, 6, 2, 0.4);

    assertThatThrownBy(() -> betas(run, "denoised()")).hasMessageContaining("no model of trials");
  }

  private static Map<Integer, float[]> betas(SimulatedRun run, String recipe) {
    return RunBetas.of(run.rows, run.trials, SignalRecipe.parse(recipe), run.shape);
  }
}
