package io.mindstream.preprocess.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrialAveragesTest {

  @Test
  void shouldScoreAResponseAgainstThoseBeforeIt() {
    RunningScores scores = new RunningScores(1);
    for (float response : new float[] {2, 4, 9}) {
      scores.give(new float[] {response});
    }

    // Mean 5, standard deviation sqrt(26 / 2).
    assertThat((double) scores.score(new float[] {12})[0])
        .isCloseTo(7 / Math.sqrt(13), within(1e-6));
  }

  @Test
  void shouldLeaveTheFirstTwoResponsesAsTheyAre() {
    RunningScores scores = new RunningScores(1);
    scores.give(new float[] {2});

    assertThat(scores.score(new float[] {12})).containsExactly(12);
  }

  @Test
  void shouldScoreAVoxelThatNeverVariedAsZero() {
    RunningScores scores = new RunningScores(1);
    scores.give(new float[] {2});
    scores.give(new float[] {2});

    assertThat(scores.score(new float[] {12})).containsExactly(0);
  }

  @Test
  void shouldAverageTheTrialsOfAStimulus() {
    RepeatedTrials repeated = new RepeatedTrials();
    repeated.put("face", 3, new float[] {1, 2});
    repeated.put("face", 1, new float[] {3, 6});
    repeated.put("house", 2, new float[] {100, 100});

    assertThat(repeated.mean("face")).containsExactly(2, 4);
  }

  @Test
  void shouldCountTheNewestRevisionOfATrial() {
    RepeatedTrials repeated = new RepeatedTrials();
    repeated.put("face", 3, new float[] {1});
    repeated.put("face", 3, new float[] {5});

    assertThat(repeated.mean("face")).containsExactly(5);
    assertThat(repeated.repeats("face")).isEqualTo(1);
  }

  @Test
  void shouldHaveNoMeanOfWhatWasNeverShown() {
    assertThatThrownBy(() -> new RepeatedTrials().mean("face")).hasMessageContaining("face");
  }
}
