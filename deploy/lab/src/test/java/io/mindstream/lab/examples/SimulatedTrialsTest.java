package io.mindstream.lab.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.lab.examples.SimulatedTrials.SimulatedTrial;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedTrialsTest {

  private static final SimulationSettings SETTINGS = SimulationSettings.defaults().withVoxels(64);

  @Test
  void shouldTrainOnStimuliThatTheScannerNeverShows() {
    assertTrue(
        new SimulatedTrials(SETTINGS)
            .forTraining(24, 1).stream()
                .allMatch(trial -> trial.stimulus().seed() < Stimulus.FIRST_SCANNER_SEED));
  }

  @Test
  void shouldShowWhatTheScannerShowsInTheSameSession() {
    List<String> scanned =
        new SimulatedTrials(SETTINGS)
            .asScanned(24, SETTINGS.seed()).stream()
                .map(t -> t.stimulus().category().label())
                .toList();

    List<String> shown = scanner().stream().map(FeedTrials.FeedTrial::type).toList();

    assertEquals(shown, scanned);
  }

  @Test
  void shouldMakeVectorsLikeThoseOfTheScannersVolumes() {
    List<SimulatedTrial> made = new SimulatedTrials(SETTINGS).asScanned(24, SETTINGS.seed());
    List<FeedTrials.FeedTrial> measured = scanner();

    // Same stimuli at the same times, but other noise in each: 0.69 when this was written.
    double correlation = 0;
    for (int i = 0; i < measured.size(); i++) {
      correlation += correlation(made.get(i).vector(), measured.get(i).vector()) / measured.size();
    }
    assertTrue(correlation > 0.6, "mean correlation " + correlation);
  }

  @Test
  void shouldMakeVectorsAsLargeAsThoseOfTheScannersVolumes() {
    List<float[]> made =
        new SimulatedTrials(SETTINGS)
            .asScanned(24, SETTINGS.seed()).stream().map(SimulatedTrial::vector).toList();
    List<float[]> measured = scanner().stream().map(FeedTrials.FeedTrial::vector).toList();

    assertEquals(1, size(made) / size(measured), 0.05);
  }

  private static List<FeedTrials.FeedTrial> scanner() {
    SimulatedScanner scanner = new SimulatedScanner(SETTINGS);
    List<FeedTrials.FeedTrial> trials = new ArrayList<>();
    for (FeedRun run : scanner.runs()) {
      trials.addAll(FeedTrials.of(RecordedRun.read(run, scanner.roi()), VectorRecipe.SIMULATED));
    }
    return trials;
  }

  private static double size(List<float[]> vectors) {
    double squares = 0;
    for (float[] vector : vectors) {
      for (float value : vector) {
        squares += value * value;
      }
    }
    return Math.sqrt(squares);
  }

  private static double correlation(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int v = 0; v < a.length; v++) {
      ab += a[v] * b[v];
      aa += a[v] * a[v];
      bb += b[v] * b[v];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
