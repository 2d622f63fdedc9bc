package io.mindstream.bridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private final Instant begin = Instant.parse("2026-01-01T00:00:00Z");
  private final Silence silence = new Silence(Duration.ofSeconds(60), begin);

  @Test
  void shouldBeWorthALineAfterFiveRepetitions() {
    assertThat(silence.note(begin.plusSeconds(9), 2)).isEmpty();
    assertThat(silence.note(begin.plusSeconds(10), 2)).get().asString().contains("10.0 s", "60 s");
  }

  @Test
  void shouldBeSaidOnce() {
    assertThat(silence.note(begin.plusSeconds(10), 2)).isPresent();
    assertThat(silence.note(begin.plusSeconds(11), 2)).isEmpty();
  }

  @Test
  void shouldBeSaidAgainAfterAnotherVolume() {
    assertThat(silence.note(begin.plusSeconds(10), 2)).isPresent();
    silence.broken(begin.plusSeconds(12));
    assertThat(silence.note(begin.plusSeconds(22), 2)).isPresent();
  }

  @Test
  void shouldEndTheRunOnlyWhenItLasts() {
    silence.broken(begin.plusSeconds(30));
    assertThat(silence.over(begin.plusSeconds(89))).isFalse();
    assertThat(silence.over(begin.plusSeconds(90))).isTrue();
  }
}
