package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvenSampleTest {

  @Test
  void shouldSpreadItsPositionsEvenly() {
    assertThat(EvenSample.positions(9, 3)).containsExactly(1, 4, 7);
  }

  @Test
  void shouldTakeAShortArrayWhole() {
    assertThat(new EvenSample(3).of(new float[] {5, 6})).containsExactly(5, 6);
  }

  @Test
  void shouldTakeTheValuesOfItsPositions() {
    assertThat(new EvenSample(2).of(new float[] {0, 1, 2, 3})).containsExactly(1, 3);
  }
}
