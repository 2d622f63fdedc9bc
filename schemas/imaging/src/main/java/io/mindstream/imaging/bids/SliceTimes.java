package io.mindstream.imaging.bids;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SliceTiming of a series' sidecars. Odd ones are left out: nobody's decoding stands or falls. */
public final class SliceTimes {

  private SliceTimes() {}

  /**
   * Seconds from a volume's start to each slice, in the order of z; empty where nobody tells them.
   *
   * @param sidecars those that apply, the most telling first
   * @param slices along z
   * @param notes hears why times are left out
   * @throws BidsException where a sidecar cannot be read
   */
  public static List<Double> of(List<Path> sidecars, int slices, Consumer<String> notes) {
    Optional<Sidecar> sidecar = Sidecar.ofSlices(sidecars);
    if (sidecar.isEmpty()) {
      return List.of();
    }
    List<Double> seconds = seconds(sidecar.get().sliceTiming().orElseThrow());
    String direction = sidecar.get().sliceDirection().map(JsonNode::asText).orElse("k");
    if (seconds.size() != slices || !direction.matches("k-?")) {
      notes.accept(
          "SliceTiming of %s is left out: it should hold %d times in seconds, along k"
              .formatted(sidecar.get().file(), slices));
      return List.of();
    }
    if (direction.equals("k-")) {
      Collections.reverse(seconds);
    }
    return seconds;
  }

  /** Empty where any is no time. */
  private static List<Double> seconds(JsonNode times) {
    List<Double> seconds = new ArrayList<>();
    for (JsonNode time : times) {
      if (!time.isNumber() || !(time.doubleValue() >= 0) || time.doubleValue() > 60) {
        return List.of();
      }
      seconds.add(time.doubleValue());
    }
    return seconds;
  }
}
