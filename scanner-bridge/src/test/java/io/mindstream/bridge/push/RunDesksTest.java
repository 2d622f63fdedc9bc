package io.mindstream.bridge.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose run an operator means. */
class RunDesksTest {

  private final RunDesks several = RunDesks.of(List.of("01", "02"));

  @Test
  void shouldTakeTheOnlyDeskWhoeverIsNamed() {
    RunDesks one = RunDesks.one();
    assertThat(one.of(Optional.of("07"))).isSameAs(one.of(Optional.empty()));
  }

  @Test
  void shouldKeepTheDesksOfSeveralApart() {
    assertThat(several.of(Optional.of("01"))).isNotSameAs(several.of(Optional.of("02")));
  }

  @Test
  void shouldAskWhoIsMeantWhereSeveralMayBe() {
    assertThatThrownBy(() -> several.of(Optional.empty()))
        .hasMessageContaining("subjects 01, 02")
        .hasMessageContaining("say whose run");
  }

  @Test
  void shouldNotKnowASubjectThatLiesInNoScanner() {
    assertThatThrownBy(() -> several.of(Optional.of("03")))
        .hasMessageContaining("no scanner scans subject 03");
  }
}
