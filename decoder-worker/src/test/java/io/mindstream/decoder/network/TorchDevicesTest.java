package io.mindstream.decoder.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import io.mindstream.decoder.decoding.DeviceChoice;
import org.junit.jupiter.api.Test;

class TorchDevicesTest {

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
