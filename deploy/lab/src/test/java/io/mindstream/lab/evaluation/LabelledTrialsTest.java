package io.mindstream.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.lab.evaluation.ComparedRecipe.Live;
import io.mindstream.lab.examples.RecordedRows;
import io.mindstream.preprocess.roi.Realign;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two classes that their only feature tells apart, in two runs; and a simulated run. */
class LabelledTrialsTest {

  private static final double[][] ROWS = {{1}, {-1}, {2}, {-2}, {3}, {-3}, {1}, {-1}};
  private static final int[] LABELS = {0, 1, 0, 1, 0, 1, 0, 1};
  private static final int[] RUNS = {0, 0, 0, 0, 1, 1, 1, 1};
  private static final List<String> TYPES =
      Category.viewed().stream().map(Category::label).toList();

  private static RecordedRows run;

  @BeforeAll
  static void read() {
    SimulatedScanner scanner =
        new SimulatedScanner(SimulationSettings.defaults().withVoxels(64).withRuns(1));
    run = RecordedRows.read(scanner.runs().get(0), scanner.roi(), Realign.OFF);
  }

  @Test
  void shouldNameTrialsByTheOtherRuns() {
    assertThat(new LabelledTrials(ROWS, LABELS, RUNS, 0).rightLeftOut(2)).isEqualTo(8);
  }

  @Test
  void shouldCountTrialsWithoutAVector() {
    assertThat(new LabelledTrials(ROWS, LABELS, RUNS, 8).trials()).isEqualTo(16);
  }

  @Test
  void shouldCountThemAsNotNamed() {
    assertThat(new LabelledTrials(ROWS, LABELS, RUNS, 8).rightLeftOut(2)).isEqualTo(8);
  }

  @Test
  void shouldCountTheTrialsThatARecipeLeavesWithoutAVector() {
    assertThat(toldAgainstEarlierOnes().withoutVector()).isEqualTo(4);
  }

  @Test
  void shouldCountThemAmongAllOfItsTrials() {
    assertThat(toldAgainstEarlierOnes().trials()).isEqualTo(8);
  }

  @Test
  void shouldLabelTheTrialsThatHaveAVector() {
    assertThat(toldAgainstEarlierOnes().labels())
        .containsExactly(
            run.events().subList(4, 8).stream()
                .mapToInt(event -> TYPES.indexOf(event.trialType()))
                .toArray());
  }

  private static LabelledTrials toldAgainstEarlierOnes() {
    String recipe = "glm(motion=0,components=0,drift=poly0,noise=white,standard=running)";
    return LabelledTrials.of(Live.of(5, recipe, 0), List.of(run), TYPES);
  }

  @Test
  void shouldNameNothingWhereNoTrialHasAVector() {
    LabelledTrials none = new LabelledTrials(new double[0][], new int[0], new int[0], 8);

    assertThat(none.rightLeftOut(2)).isZero();
  }
}
