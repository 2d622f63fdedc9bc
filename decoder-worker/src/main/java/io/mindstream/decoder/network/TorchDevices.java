package io.mindstream.decoder.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.mindstream.decoder.decoding.DeviceChoice;

/** Finds the device that a choice means on this machine. */
public final class TorchDevices {

  private TorchDevices() {}

  /**
   * The device.
   *
   * @throws UnavailableDeviceException where there is no such GPU, or no CUDA
   */
  public static Device find(DeviceChoice choice) {
    int gpus = Engine.getEngine("PyTorch").getGpuCount();
    if (choice instanceof DeviceChoice.Gpu gpu) {
      if (gpu.index() >= gpus) {
        throw new UnavailableDeviceException(gpu, gpus);
      }
      return Device.gpu(gpu.index());
    }
    return choice instanceof DeviceChoice.Auto && gpus > 0 ? Device.gpu(0) : Device.cpu();
  }

  /** A device's name as {@link DeviceChoice} spells it. */
  public static String name(Device device) {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }
}
