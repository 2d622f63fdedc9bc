package io.mindstream.decoder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDictNamesTest {

  private static final String NAME = "model.diffusion_model.out.2.bias";

  @ParameterizedTest
  @ValueSource(strings = {NAME, "module." + NAME, "_orig_mod." + NAME})
  void shouldPreferTheWeightItselfToItsCopy(String name) {
    List<String> names = List.of("ema." + NAME, name);
    assertThat(StateDictNames.plain(names)).containsEntry(NAME, name).hasSize(1);
    assertThat(StateDictNames.passedOver(names)).containsExactly("ema." + NAME);
  }

  @Test
  void shouldRefuseTwoCopiesNamingBoth() {
    List<String> names = List.of("ema." + NAME, "student." + NAME);
    assertThatThrownBy(() -> StateDictNames.plain(names))
        .isInstanceOf(UnusableArchitectureException.class)
        .hasMessageContaining("ema." + NAME)
        .hasMessageContaining("student." + NAME);
  }

  @Test
  void shouldTakeACopyThatIsAlone() {
    assertThat(StateDictNames.plain(List.of("ema." + NAME))).containsEntry(NAME, "ema." + NAME);
  }
}
