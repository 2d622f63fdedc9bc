package io.mindstream.bridge.console;

import io.mindstream.bridge.dimse.LittleBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Writes a CSA header of Siemens in its second form, SV10. For one thread. */
final class CsaBytes {

  private static final int NAME = 64;
  private static final int UNUSED = 77;

  private final LittleBytes tags = new LittleBytes();
  private int count;

  CsaBytes numbers(String name, double... values) {
    return tag(
        name,
        "FD",
        4,
        Arrays.stream(values)
            .mapToObj(value -> String.format(Locale.ROOT, "%.8f", value))
            .toArray(String[]::new));
  }

  CsaBytes whole(String name, int value) {
    return tag(name, "IS", 6, Integer.toString(value));
  }

  CsaBytes text(String name, String value) {
    return tag(name, "UN", 0, value);
  }

  private CsaBytes tag(String name, String vr, int type, String... values) {
    count++;
    tags.all(padded(name, NAME)).u32(values.length).all(padded(vr, 4));
    tags.u32(type).u32(values.length).u32(UNUSED);
    for (String value : values) {
      int length = value.length() + 1;
      tags.u32(length).u32(length).u32(UNUSED).u32(length);
      tags.all(padded(value, (length + 3) / 4 * 4));
    }
    return this;
  }

  private static byte[] padded(String text, int length) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), length);
  }

  byte[] toArray() {
    LittleBytes header = new LittleBytes().text("SV10").u32(0x01020304).u32(count).u32(UNUSED);
    return header.all(tags.toArray()).all(new byte[4]).toArray();
  }
}
