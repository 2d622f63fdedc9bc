package io.mindstream.decoder.network;

import ai.djl.Device;
import java.util.Locale;

/** Which text gives the class {@code Convolution}. */
public enum ConvolutionKind {
  /** PyTorch's own: runs anywhere and can be trained. */
  PLAIN("convolution.py"),
  /** Weights brought into the CPU's order once; for weights that no longer change. */
  PACKED("packed_convolution.py");

  private final String resource;

  ConvolutionKind(String resource) {
    this.resource = resource;
  }

  /** Its file below torchscript/. */
  String resource() {
    return resource;
  }

  /** The fastest one for decoding. PyTorch for macOS is built without the library that packs. */
  static ConvolutionKind forDecoding(Device device) {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    return device.isGpu() || mac ? PLAIN : PACKED;
  }
}
