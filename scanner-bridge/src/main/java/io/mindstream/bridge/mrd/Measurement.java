package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.WireException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.w3c.dom.Element;

/**
 * What the XML header says of a measurement.
 *
 * @param trSeconds sequenceParameters/TR, where there is one
 * @param slices encoding/encodingLimits/slice/maximum and one more, where it is said
 */
record Measurement(OptionalDouble trSeconds, OptionalInt slices) {

  private static final int MOST_SLICES = 1024;

  /** Nothing is known. */
  static final Measurement UNKNOWN = new Measurement(OptionalDouble.empty(), OptionalInt.empty());

  static Measurement read(byte[] xml) throws IOException {
    Element root = MrdXml.root(xml, "the MRD header");
    List<String> tr = MrdXml.texts(root, "sequenceParameters", "TR");
    List<String> last = MrdXml.texts(root, "encoding", "encodingLimits", "slice", "maximum");
    return new Measurement(
        tr.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(number("sequenceParameters/TR", tr.get(0), 30_000) / 1e3),
        last.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(
                (int) number("encodingLimits/slice/maximum", last.get(0), MOST_SLICES - 1) + 1));
  }

  private static double number(String field, String text, double most) throws WireException {
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= most) {
        return number;
      }
      throw WireException.field(field, number, "it is 0 to " + most);
    } catch (NumberFormatException e) {
      throw WireException.field(field, "no number", "it is 0 to " + most);
    }
  }
}
