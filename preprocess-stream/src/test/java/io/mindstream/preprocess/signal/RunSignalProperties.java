package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A run's signal is a function of the rows that were added, and of nothing else. */
class RunSignalProperties {

  private static final double[] BETAS = {3, -2, 5, 1, 4, 2};
  private static final SimulatedRun RUN = new SimulatedRun(3, 60, BETAS, 14, 2, 0.4);

  @Property(tries = 60)
  void shouldGiveTheSameBitsForTheSameRows(
      @ForAll("recipes") String recipe, @ForAll @IntRange(min = 8, max = 60) int volumes) {
    assertThat(answers(RUN.signal(recipe, volumes)))
        .isEqualTo(answers(RUN.signal(recipe, volumes)));
  }

  @Property(tries = 60)
  void shouldNotDependOnWhenATrialWasExpectedOrAsked(
      @ForAll("recipes") String recipe, @ForAll @IntRange(min = 8, max = 60) int volumes) {
    RunSignal late = new RunSignal(SignalRecipe.parse(recipe), RUN.shape);
    List<Trial> waiting = new ArrayList<>(RUN.trials);
    for (SignalRow row : RUN.rows.subList(0, volumes)) {
      while (!waiting.isEmpty() && RUN.shape.seconds(row.index()) > waiting.get(0).onsetSeconds()) {
        late.expect(waiting.remove(0));
      }
      late.add(row);
      answers(late);
    }

    assertThat(answers(late)).isEqualTo(answers(RUN.signal(recipe, volumes)));
  }

  @Property(tries = 60)
  void shouldNotKnowTrialsThatComeLater(
      @ForAll("recipes") String recipe,
      @ForAll @IntRange(min = 8, max = 60) int volumes,
      @ForAll @IntRange(min = -30, max = 30) int seconds) {
    RunSignal knowing = new RunSignal(SignalRecipe.parse(recipe), RUN.shape);
    RUN.trials.forEach(knowing::expect);
    double now = RUN.shape.seconds(volumes);
    knowing.expect(SimulatedRun.trial(90, Math.max(0, now + seconds), 4));
    RUN.rows.subList(0, volumes).forEach(knowing::add);

    assertThat(answers(knowing)).isEqualTo(answers(RUN.signal(recipe, volumes)));
  }

  @Property(tries = 60)
  void shouldTakeACensoredVolumeForAMissingOne(
      @ForAll("glms") String recipe, @ForAll @IntRange(min = 12, max = 60) int volumes) {
    // Asked at a volume that is there.
    int end = RUN.rows.get(volumes - 1).spike() ? volumes - 1 : volumes;
    RunSignal without = new RunSignal(SignalRecipe.parse(recipe), RUN.shape);
    RUN.trials.forEach(without::expect);
    RUN.rows.subList(0, end).stream().filter(row -> !row.spike()).forEach(without::add);

    assertThat(answers(without)).isEqualTo(answers(RUN.signal(recipe, end)));
  }

  @Provide
  Arbitrary<String> recipes() {
    return Arbitraries.of(
        "glm()",
        "glm(noise=white,motion=24,score=t,spikes=keep)",
        "glm(components=3,spikes=limit,drift=poly2,hrf=spm)",
        "glm(components=2,motion=0,steady=0)");
  }

  @Provide
  Arbitrary<String> glms() {
    return Arbitraries.of("glm(motion=24)", "glm(components=3,noise=white)", "glm(score=t)");
  }

  private static TrialWindow newest(int index) {
    return new TrialWindow(Math.max(0, index - 5), index);
  }

  /** Everything that can be asked for now: the newest window and the trials not settled. */
  private static List<List<Float>> answers(RunSignal signal) {
    List<List<Float>> answers = new ArrayList<>();
    answers.add(list(signal.windowMean(newest(signal.newestVolume()))));
    for (Trial trial : RUN.trials) {
      double since = RUN.shape.seconds(signal.newestVolume()) - trial.onsetSeconds();
      if (since > 0 && since <= 36 && signal.trials().responseVolumes(trial.index()) > 0) {
        answers.add(list(signal.trials().beta(trial.index())));
      }
    }
    return answers;
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
