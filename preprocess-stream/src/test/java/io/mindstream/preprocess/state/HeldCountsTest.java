package io.mindstream.preprocess.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.run.ScannerTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldCountsTest {

  private final HeldCounts counts = new HeldCounts();

  @BeforeEach
  void addTwo() {
    counts.add("b", ScannerTopic.VOLUMES);
    counts.add("b", ScannerTopic.VOLUMES);
    counts.add("a", ScannerTopic.EVENTS);
  }

  @Test
  void shouldCountTheTopicsOfARunApart() {
    assertThat(counts.of("b", ScannerTopic.VOLUMES)).isEqualTo(2);
    assertThat(counts.of("b", ScannerTopic.EVENTS)).isZero();
  }

  @Test
  void shouldNameTheRunsThatWait() {
    assertThat(counts.runs()).containsExactly("a", "b");
  }

  @Test
  void shouldForgetARunWhoseLastRecordIsTakenOut() {
    counts.remove("a", ScannerTopic.EVENTS);

    assertThat(counts.runs()).containsExactly("b");
  }
}
