package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordedRowsTest {

  private static RecordedRows run;

  @BeforeAll
  static void read() {
    SimulatedScanner scanner =
        new SimulatedScanner(SimulationSettings.defaults().withVoxels(64).withRuns(1));
    run = RecordedRows.read(scanner.runs().get(0), scanner.roi(), Realign.OFF);
  }

  @Test
  void shouldMakeAVectorOfEachTrial() {
    assertThat(vectors("running")).hasSize(8).allMatch(Optional::isPresent);
  }

  @Test
  void shouldLeaveARunsFirstTrialsWithoutOneWhereTheyAreToldAgainstEarlierOnes() {
    assertThat(vectors("glm(motion=0,components=0,drift=poly0,noise=white,standard=running)"))
        .extracting(Optional::isPresent)
        .containsExactly(false, false, false, false, true, true, true, true);
  }

  private static List<Optional<float[]>> vectors(String normalisation) {
    return run.vectors(new VectorRecipe(5, VectorMethod.of(normalisation, 120), 0));
  }
}
