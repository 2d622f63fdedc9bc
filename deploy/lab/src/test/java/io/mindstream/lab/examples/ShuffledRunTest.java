package io.mindstream.lab.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.lab.examples.FeedTrials.FeedTrial;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShuffledRunTest {

  private static List<FeedTrial> trials;
  private static ShuffledRun shuffled;

  @BeforeAll
  static void read() {
    SimulatedScanner scanner =
        new SimulatedScanner(SimulationSettings.defaults().withVoxels(64).withRuns(1));
    RecordedRun run = RecordedRun.read(scanner.runs().get(0), scanner.roi());
    trials = FeedTrials.of(run, VectorRecipe.SIMULATED);
    DetrendedRun detrended = new DetrendedRun(run);
    shuffled =
        new ShuffledRun(
            detrended, trials, detrended.slope(), VectorRecipe.SIMULATED, run.repetitionTime());
  }

  @Test
  void shouldShowEveryTrialOnce() {
    assertEquals(types(trials).sorted().toList(), types(draw(1)).sorted().toList());
  }

  @Test
  void shouldShowThemInAnotherOrder() {
    assertNotEquals(types(draw(1)).toList(), types(draw(2)).toList());
  }

  @Test
  void shouldMakeTheSameVectorsOfTheSameSeed() {
    assertArrayEquals(draw(1).get(3).vector(), draw(1).get(3).vector());
  }

  @Test
  void shouldMakeVectorsThatAreLikeTheirTrials() {
    double own = 0;
    double others = 0;
    for (FeedTrial drawn : draw(1)) {
      for (FeedTrial trial : trials) {
        double product = product(drawn.vector(), trial.vector());
        own += trial.event().equals(drawn.event()) ? product / trials.size() : 0;
        others += trial.event().equals(drawn.event()) ? 0 : Math.abs(product) / 56;
      }
    }
    assertEquals(1, Math.signum(own - 2 * others), "own " + own + ", others " + others);
  }

  private static List<FeedTrial> draw(long seed) {
    return shuffled.draw(new SplittableRandom(seed));
  }

  private static java.util.stream.Stream<String> types(List<FeedTrial> list) {
    return list.stream().map(FeedTrial::type);
  }

  private static double product(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(v -> a[v] * b[v]).sum();
  }
}
