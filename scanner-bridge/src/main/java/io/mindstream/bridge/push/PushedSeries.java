package io.mindstream.bridge.push;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a sender says of a series as a whole; nothing of a person.
 *
 * @param identity the same for another program later; 0 where the sender has none
 * @param number series number
 * @param description series description, or empty
 * @param protocol protocol name, or empty
 * @param sliceTiming seconds from a volume's start to each slice's, in the order of z; empty where
 *     nobody tells
 */
public record PushedSeries(
    long identity,
    OptionalInt number,
    String description,
    String protocol,
    List<Double> sliceTiming) {

  /** A sender says nothing. */
  public static final PushedSeries UNKNOWN =
      new PushedSeries(0, OptionalInt.empty(), "", "", List.of());

  /** Keeps a list of its own. */
  public PushedSeries {
    sliceTiming = List.copyOf(sliceTiming);
  }
}
