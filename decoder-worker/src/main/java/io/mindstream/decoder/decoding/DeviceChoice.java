package io.mindstream.decoder.decoding;

import java.util.regex.Pattern;

/** Which device shall run the network. */
public sealed interface DeviceChoice {

  /** The first GPU where there is one that works, else the CPU. */
  record Auto() implements DeviceChoice {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /** The CPU. */
  record Cpu() implements DeviceChoice {
    @Override
    public String toString() {
      return "cpu";
    }
  }

  /**
   * One GPU.
   *
   * @param index as CUDA counts them, from 0
   */
  record Gpu(int index) implements DeviceChoice {
    @Override
    public String toString() {
      return "gpu:" + index;
    }
  }

  /** The form of a GPU's name. */
  Pattern GPU = Pattern.compile("gpu:(\\d{1,3})");

  /**
   * Reads {@code auto}, {@code cpu} or {@code gpu:N}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static DeviceChoice parse(String text) {
    var gpu = GPU.matcher(text);
    if (gpu.matches()) {
      return new Gpu(Integer.parseInt(gpu.group(1)));
    }
    return switch (text) {
      case "auto" -> new Auto();
      case "cpu" -> new Cpu();
      default ->
          throw new IllegalArgumentException(
              "there is no device '" + text + "'; choose auto, cpu or gpu:N (N from 0)");
    };
  }
}
