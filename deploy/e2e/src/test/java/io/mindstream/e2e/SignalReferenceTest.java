package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mindstream.preprocess.normalise.RunningBaseline;
import io.mindstream.preprocess.normalise.RunningBaseline.Scale;
import io.mindstream.preprocess.signal.RunSignal;
import io.mindstream.preprocess.signal.SignalRecipe;
import io.mindstream.preprocess.signal.SignalRow;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.preprocess.trial.WindowMode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows and responses of a recorded run, volume by volume here, at once in an other program. */
class SignalReferenceTest {

  private static final int STEADY = 120;
  private static final int DELAY = 3; // volumes from a window's end to the response
  private static final Map<String, JsonNode> ANSWERS = new HashMap<>();
  private static MovingRun run;

  /** Four recipes, and how many volumes the run's header says; 0 where it does not. */
  @Retention(RetentionPolicy.RUNTIME)
  @CsvSource(
      delimiter = ';',
      value = {
        "glm(motion=0); 121",
        "glm(motion=24,components=3,score=t,hrf=spm); 121",
        "glm(motion=6,components=2,noise=white,spikes=limit,drift=poly2,steady=0); 121",
        "glm(spikes=keep,drift=0.005,steady=40); 0"
      })
  @ParameterizedTest
  @interface ForEachRecipe {}

  @BeforeAll
  static void read() throws Exception {
    ReferencePreprocessing.requireOrSkip();
    run = new MovingRun();
  }

  @Test
  void shouldAverageWindowsAsTheReference() throws Exception {
    for (Trial trial : run.trials) {
      float[] means = mean(window(trial.index())).means();
      requireNear(means, answer("glm(motion=0)", 121).get("none").get(trial.index()), 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNormaliseWindowsAsTheReference(Scale scale) throws Exception {
    String name = scale == Scale.PERCENT ? "percent" : "running";
    for (Trial trial : run.trials) {
      float[] values = normalised(window(trial.index()), scale);
      requireNear(values, answer("glm(motion=0)", 121).get(name).get(trial.index()), 1e-5);
    }
  }

  @ForEachRecipe
  void shouldDenoiseWindowsAsTheReference(String recipe, int expected) throws Exception {
    for (Trial trial : run.trials) {
      TrialWindow window = window(trial.index());
      float[] denoised = signal(recipe, expected, window.last()).windowMean(window);
      requireNear(denoised, answer(recipe, expected).get("denoised").get(trial.index()), 1e-5);
    }
  }

  @ForEachRecipe
  void shouldFindResponsesAsTheReference(String recipe, int expected) throws Exception {
    for (Trial trial : run.trials) {
      int newest = window(trial.index()).last() + DELAY;
      float[] beta = signal(recipe, expected, newest).trials().beta(trial.index());
      requireNear(beta, answer(recipe, expected).get("betas").get(trial.index()), 1e-4);
    }
  }

  @ForEachRecipe
  void shouldFindTheWholeRunsResponsesAsTheReference(String recipe, int expected) throws Exception {
    RunSignal whole = RunSignal.ofWholeRun(SignalRecipe.parse(recipe), run.shape(expected));
    run.trials.forEach(whole::expect);
    run.rows.forEach(whole::add);
    for (Trial trial : run.trials) {
      JsonNode reference = answer(recipe, expected).get("runBetas").get(trial.index());
      requireNear(whole.trials().beta(trial.index()), reference, 1e-4);
    }
  }

  /** Relative to the largest value, which is the scale of the vector. */
  private static void requireNear(float[] values, JsonNode reference, double tolerance) {
    double[] wanted =
        IntStream.range(0, values.length).mapToDouble(v -> reference.get(v).asDouble()).toArray();
    double scale =
        IntStream.range(0, wanted.length).mapToDouble(v -> Math.abs(wanted[v])).max().orElseThrow();
    for (int v = 0; v < wanted.length; v++) {
      assertThat((double) values[v]).isCloseTo(wanted[v], within(tolerance * Math.max(1, scale)));
    }
  }

  private static RunSignal signal(String recipe, int expected, int newest) {
    RunSignal signal = new RunSignal(SignalRecipe.parse(recipe), run.shape(expected));
    run.trials.forEach(signal::expect);
    upTo(newest).forEach(signal::add);
    return signal;
  }

  /** The mean of a window in scanner units. */
  private static WindowMean mean(TrialWindow window) {
    WindowMean mean = new WindowMean(run.voxels());
    upTo(window.last())
        .filter(row -> row.index() >= window.first())
        .forEach(row -> mean.add(row.index(), row.values()));
    return mean;
  }

  private static float[] normalised(TrialWindow window, Scale scale) {
    RunningBaseline baseline = new RunningBaseline(run.voxels(), STEADY);
    upTo(window.last()).forEach(row -> baseline.add(row.index(), row.values()));
    return baseline.normalise(mean(window), scale);
  }

  private static Stream<SignalRow> upTo(int newest) {
    return run.rows.stream().filter(row -> row.index() <= newest);
  }

  private static TrialWindow window(int trial) {
    Trial of = run.trials.get(trial);
    return WindowMode.PerEvent.STANDARD.window(of.onsetSeconds(), of.durationSeconds(), 2.5);
  }

  private static JsonNode answer(String recipe, int expected) throws Exception {
    String key = recipe + " " + expected;
    JsonNode known = ANSWERS.get(key);
    if (known == null) {
      known = ReferencePreprocessing.answer(request(recipe, expected));
      ANSWERS.put(key, known);
    }
    return known;
  }

  private static Map<String, Object> request(String recipe, int expected) {
    Map<String, Object> request = run.request(recipe, expected);
    request.put("steadyVolumes", STEADY);
    List<TrialWindow> windows = run.trials.stream().map(trial -> window(trial.index())).toList();
    request.put(
        "windows",
        windows.stream()
            .map(w -> Map.of("first", w.first(), "last", w.last(), "newest", w.last()))
            .toList());
    request.put(
        "betas",
        run.trials.stream()
            .map(
                trial ->
                    Map.of(
                        "trial",
                        trial.index(),
                        "newest",
                        windows.get(trial.index()).last() + DELAY))
            .toList());
    return request;
  }
}
