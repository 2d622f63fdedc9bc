package io.mindstream.decoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import org.junit.jupiter.api.Test;
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

  @Test
  void shouldTakeTheCpuByItselfWhereNoGpuIs() {
    assumeNoGpu();

    assertThat(TorchDevices.name(TorchDevices.find(new DeviceChoice.Auto()))).isEqualTo("cpu");
  }

  @Test
  void shouldNotTakeTheCpuForAGpuThatWasAskedFor() {
    assumeNoGpu();

    assertThatThrownBy(() -> TorchDevices.find(new DeviceChoice.Gpu(0)))
        .isInstanceOf(UnavailableDeviceException.class)
        .hasMessageContaining("mvn -Pcuda package");
  }

  private static void assumeNoGpu() {
    assumeTrue(Engine.getEngine("PyTorch").getGpuCount() == 0, "this machine has a GPU, skipped");
  }
}
