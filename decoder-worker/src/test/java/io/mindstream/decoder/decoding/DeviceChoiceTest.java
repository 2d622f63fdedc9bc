package io.mindstream.decoder.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu", "gpu:0", "gpu:7"})
  void shouldReadWhatItPrints(String name) {
    assertThat(DeviceChoice.parse(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "gpu:", "gpu:-1", "gpu:0x", "cuda:0", "GPU:0", ""})
  void shouldListTheNamesWhereItKnowsNoSuchDevice(String name) {
    assertThatThrownBy(() -> DeviceChoice.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("choose auto, cpu or gpu:N");
  }
}
