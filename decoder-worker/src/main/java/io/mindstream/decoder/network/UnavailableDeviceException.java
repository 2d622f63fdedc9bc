package io.mindstream.decoder.network;

import io.mindstream.decoder.decoding.DeviceChoice;

/** The GPU that was asked for cannot be used. */
public final class UnavailableDeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnavailableDeviceException(DeviceChoice.Gpu wanted, int gpus) {
    super(wanted + " cannot be used: " + reason(gpus));
  }

  private static String reason(int gpus) {
    return gpus == 0
        ? "PyTorch finds no CUDA device. This needs an NVIDIA driver and a build with the CUDA"
            + " libraries (mvn -Pcuda package); else choose cpu or auto"
        : "this machine has gpu:0 to gpu:" + (gpus - 1);
  }
}
