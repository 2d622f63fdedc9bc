package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.preprocess.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeRunSignalTest {

  private static final String RECIPE = "glm(noise=white,drift=poly0,motion=0,steady=0,spikes=keep)";

  @Test
  void shouldKnowTheTrialsAfterATrial() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10, 40, 40, 40}, 6, 0, 0);

    assertThat(beta(run, RECIPE, 0)).containsExactly(new float[] {10, 10}, within(0.01f));
  }

  @Test
  void shouldNotDependOnTheOrderOfTrials() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10, 40, 20, 30}, 6, 2, 0.4);
    float[] first = beta(run, "glm()", 2);
    List<Trial> turned = new ArrayList<>(run.trials);
    Collections.reverse(turned);

    assertThat(run.whole("glm()", turned).trials().beta(2)).containsExactly(first, within(1e-3f));
  }

  @Test
  void shouldAgreeWithTheSignalOnTheLastTrial() {
    SimulatedRun run = new SimulatedRun(2, 58, new double[] {10, 40, 20, 30}, 25, 2, 0.4);

    assertThat(beta(run, "glm(score=t)", 3))
        .containsExactly(run.signal("glm(score=t)", 58).trials().beta(3), within(1e-4f));
  }

  @Test
  void shouldSayThatATrialHasNoVolume() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10}, 6, 2, 0.4);
    run.trials.add(SimulatedRun.trial(1, 500, 4));

    assertThat(run.whole("glm()", run.trials).trials().responseVolumes(1)).isZero();
  }

  @Test
  void shouldNeedAModelOfTrials() {
    SimulatedRun run = new SimulatedRun(2, 60, new double[] {10}, 6, 2, 0.4);

    assertThatThrownBy(() -> beta(run, "denoised()", 0)).hasMessageContaining("no model of trials");
  }

  private static float[] beta(SimulatedRun run, String recipe, int trial) {
    return run.whole(recipe, run.trials).trials().beta(trial);
  }
}
