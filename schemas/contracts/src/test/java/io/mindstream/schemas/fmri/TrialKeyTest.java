package io.mindstream.schemas.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrialKeyTest {

  @Property
  void shouldReadItsOwnText(@ForAll @IntRange(max = 999_999_999) int trialIndex) {
    TrialKey key = new TrialKey("sub-01_task-viewing_run-03", trialIndex);
    assertThat(TrialKey.parse(key.toString())).isEqualTo(key);
  }

  @Test
  void shouldPadTheIndexSoThatKeysSortByTrial() {
    assertThat(new TrialKey("sub-01_task-x", 7)).hasToString("sub-01_task-x/trial-0007");
  }

  @Test
  void shouldRefuseANegativeIndex() {
    assertThatThrownBy(() -> new TrialKey("sub-01_task-x", -1)).hasMessageContaining("-1");
  }

  @Test
  void shouldShowTheRightFormWhereATextIsNoKey() {
    assertThatThrownBy(() -> TrialKey.parse("sub-01")).hasMessageContaining("RUN/trial-0007");
  }
}
