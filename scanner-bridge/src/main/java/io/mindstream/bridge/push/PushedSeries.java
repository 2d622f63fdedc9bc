package io.mindstream.bridge.push;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What a sender says of a series as a whole; nothing of a person.
 *
 * @param identity the same for another program later; 0 where the sender has none
 * @param number series number
 * @param description series description, or empty
 * @param protocol protocol name, or empty
 * @param sliceTiming tells the seconds from a volume's start to each slice's, in the order of z;
 *     none where nobody tells. Reckoned when it is asked, which is once a run
 */
public record PushedSeries(
    long identity,
    OptionalInt number,
    String description,
    String protocol,
    Supplier<List<Double>> sliceTiming) {

  /** A sender says nothing. */
  public static final PushedSeries UNKNOWN =
      new PushedSeries(0, OptionalInt.empty(), "", "", List::of);
}
