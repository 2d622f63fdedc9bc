package io.mindstream.imaging.dicom.vendor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Siemens' CSA header in both forms: CSA2 begins with SV10, CSA1 with the number of tags. Both are
 * little endian lists of tags with items padded to four bytes. A damaged header gives the tags
 * before the damage.
 */
public final class CsaHeader {

  private static final byte[] MAGIC = "SV10".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG_BYTES = 84;
  private static final int NAME_BYTES = 64;
  private static final int MOST_TAGS = 1000;

  private final Map<String, List<String>> values = new HashMap<>();

  private CsaHeader() {}

  /** Reads a header; without tags where the bytes are none. */
  public static CsaHeader parse(byte[] bytes) {
    CsaHeader header = new CsaHeader();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean second = bytes.length > 8 && Arrays.equals(Arrays.copyOf(bytes, 4), MAGIC);
    in.position(second ? 8 : 0);
    if (in.remaining() < 8) {
      return header;
    }
    int tags = in.getInt();
    in.getInt();
    int firstItems = -1;
    for (int i = 0; i < Math.min(tags, MOST_TAGS) && in.remaining() >= TAG_BYTES; i++) {
      String name = text(in, NAME_BYTES);
      in.position(in.position() + 12);
      int items = in.getInt();
      in.getInt();
      firstItems = i == 0 ? items : firstItems;
      if (!header.read(in, name, items, second ? 0 : firstItems, second)) {
        return header;
      }
    }
    return header;
  }

  /** Numbers of a tag, those that are written. */
  public double[] numbers(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .filter(text -> text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** All text of a tag. */
  public String text(String name) {
    return String.join("", values.getOrDefault(name, List.of()));
  }

  private boolean read(ByteBuffer in, String name, int items, int base, boolean second) {
    List<String> texts = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      if (in.remaining() < 16) {
        return false;
      }
      int first = in.getInt();
      int other = in.getInt();
      in.position(in.position() + 8);
      int length = second ? other : first - base;
      if (length < 0 || length > in.remaining()) {
        return !second && length < 0;
      }
      texts.add(text(in, length));
      in.position(Math.min(in.limit(), in.position() + (4 - length % 4) % 4));
    }
    values.put(name, texts.stream().filter(text -> !text.isEmpty()).toList());
    return true;
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    int end = 0;
    while (end < length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip();
  }
}
