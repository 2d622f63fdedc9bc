package io.mindstream.lab.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetrendedRunTest {

  @Test
  void shouldTakeMeanDriftAndSpreadFromTheWholeRun() {
    // Voxel 0: 2 t + residuals 1 -1 -1 1; voxel 1 only drifts.
    DetrendedRun run = run(new float[][] {{1, 0}, {1, 3}, {3, 6}, {7, 9}});

    assertArrayEquals(new float[] {-1, 0}, run.standardised(new TrialWindow(1, 2)), 1e-5f);
  }

  @Test
  void shouldSayHowFastEachVoxelDrifts() {
    DetrendedRun run = run(new float[][] {{1, 0}, {1, 3}, {3, 6}, {7, 9}});

    assertArrayEquals(new double[] {2, 3}, run.slope(), 1e-9);
  }

  private static DetrendedRun run(float[][] rows) {
    SimulatedScanner any = new SimulatedScanner(SimulationSettings.defaults());
    return new DetrendedRun(new RecordedRun(any.runs().get(0).description(), List.of(), rows));
  }
}
