package io.mindstream.imaging.dicom.vendor;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Siemens' protocol as text within the CSA series header: lines of {@code name = value}.
 *
 * @param text MrPhoenixProtocol or MrProtocol
 */
public record SiemensProtocol(String text) {

  /** The protocol of a CSA series header. */
  public static SiemensProtocol of(CsaHeader series) {
    String phoenix = series.text("MrPhoenixProtocol");
    return new SiemensProtocol(phoenix.isEmpty() ? series.text("MrProtocol") : phoenix);
  }

  /** A number, decimal or hexadecimal. */
  public OptionalDouble number(String name) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + "\\s*=\\s*(0x[0-9a-fA-F]{1,8}|[-+0-9.eE]+)")
            .matcher(text);
    if (!line.find()) {
      return OptionalDouble.empty();
    }
    String value = String.valueOf(line.group(1));
    try {
      return OptionalDouble.of(
          value.startsWith("0x")
              ? Long.parseLong(value.substring(2), 16)
              : Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
