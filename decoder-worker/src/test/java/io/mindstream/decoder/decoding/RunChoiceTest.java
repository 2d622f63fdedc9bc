package io.mindstream.decoder.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunChoiceTest {

  @Test
  void shouldTakeARunThatAsksForItsModel() {
    assertThat(RunChoice.ASKED_FOR.takes(Optional.of("mine"), "mine")).isTrue();
    assertThat(RunChoice.ANY.takes(Optional.of("mine"), "mine")).isTrue();
  }

  @Test
  void shouldLeaveARunThatAsksForAnother() {
    assertThat(RunChoice.ANY.takes(Optional.of("other"), "mine")).isFalse();
    assertThat(RunChoice.ASKED_FOR.takes(Optional.of("other"), "mine")).isFalse();
  }

  @Test
  void shouldTakeARunThatAsksForNoneUnlessAnotherWorkerDoes() {
    assertThat(RunChoice.ANY.takes(Optional.empty(), "mine")).isTrue();
    assertThat(RunChoice.ASKED_FOR.takes(Optional.empty(), "mine")).isFalse();
  }
}
