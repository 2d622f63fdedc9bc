package io.mindstream.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two classes that their only feature tells apart, in two runs. */
class LabelledTrialsTest {

  private static final double[][] ROWS = {{1}, {-1}, {2}, {-2}, {3}, {-3}, {1}, {-1}};
  private static final int[] LABELS = {0, 1, 0, 1, 0, 1, 0, 1};
  private static final int[] RUNS = {0, 0, 0, 0, 1, 1, 1, 1};

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
  void shouldNameNothingWhereNoTrialHasAVector() {
    LabelledTrials none = new LabelledTrials(new double[0][], new int[0], new int[0], 8);

    assertThat(none.rightLeftOut(2)).isZero();
  }
}
