package io.mindstream.decoder.config;

import io.mindstream.decoder.decoding.DeviceChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a configuration, to say it all at once. */
final class Problems {

  private final String prefix;
  private final List<String> found = new ArrayList<>();

  /** Problems of the properties below a prefix. */
  Problems(String prefix) {
    this.prefix = prefix;
  }

  Problems require(boolean holds, String property, String rule, @Nullable Object value) {
    if (!holds) {
      found.add(prefix + "." + property + " " + rule + ", got '" + value + "'");
    }
    return this;
  }

  /** Each device once, and none beside auto, which could choose it too. */
  Problems requireDevices(List<String> devices) {
    require(!devices.isEmpty(), "device", "must name a device: auto, cpu or gpu:N", devices);
    require(new HashSet<>(devices).size() == devices.size(), "device", "names one twice", devices);
    require(
        devices.size() < 2 || !devices.contains("auto"),
        "device",
        "must be auto alone, or a list of cpu and gpu:N",
        devices);
    for (String device : devices) {
      try {
        DeviceChoice.parse(device);
      } catch (IllegalArgumentException e) {
        found.add(prefix + ".device: " + e.getMessage());
      }
    }
    return this;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), found));
    }
  }
}
