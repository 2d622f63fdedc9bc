package io.mindstream.imaging.dicom.vendor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * GE's protocol data block (0025,101B): four bytes, then gzip of lines such as {@code SLICEORDER
 * "1"}.
 *
 * @param text the lines
 */
public record GeProtocol(String text) {

  private static final int LENGTH = 4;
  private static final int MOST = 1 << 18;

  /** Reads the block; empty where it holds something else, such as the XML of some versions. */
  public static Optional<GeProtocol> parse(byte[] block) {
    if (block.length < LENGTH + 18) {
      return Optional.empty();
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(block, LENGTH, block.length - LENGTH))) {
      String text = new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
      return Optional.of(new GeProtocol(text)).filter(protocol -> !text.startsWith("<"));
    } catch (IOException e) {
      return Optional.empty(); // One way of many to learn slice times.
    }
  }

  /** The text of a line. */
  public Optional<String> value(String name) {
    Matcher line = Pattern.compile("(?m)^(?:set )?" + name + " \"([^\"]*)\"").matcher(text);
    return line.find() ? Optional.ofNullable(line.group(1)) : Optional.empty();
  }

  /** The number of a line. */
  public OptionalDouble number(String name) {
    Optional<String> value = value(name).filter(text -> text.matches("-?[0-9]+(\\.[0-9]*)?"));
    return value.isPresent()
        ? OptionalDouble.of(Double.parseDouble(value.get()))
        : OptionalDouble.empty();
  }
}
