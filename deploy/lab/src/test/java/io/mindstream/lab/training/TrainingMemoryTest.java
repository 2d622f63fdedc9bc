package io.mindstream.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {

  private static final long GIGABYTE = 1_000_000_000;

  @Test
  void shouldCountTheNumbersOfEveryShape() {
    assertThat(TrainingMemory.of(List.of(new long[] {2, 3}, new long[] {4})).weights())
        .isEqualTo(10);
  }

  @Test
  void shouldSayWhatHeapALargeModelNeeds() {
    assertThatThrownBy(() -> new TrainingMemory(600_000_000).check(GIGABYTE))
        .isInstanceOf(TrainingException.class)
        .hasMessageContainingAll("600 million weights", "10 GB of Java heap", "-Xmx11g");
  }

  @Test
  void shouldLetASmallModelTrain() {
    assertThatCode(() -> new TrainingMemory(5_000_000).check(GIGABYTE)).doesNotThrowAnyException();
  }
}
