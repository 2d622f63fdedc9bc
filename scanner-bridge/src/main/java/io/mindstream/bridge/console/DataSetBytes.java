package io.mindstream.bridge.console;

import io.mindstream.bridge.dimse.LittleBytes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a data set in explicit VR little endian (PS3.5). Elements may be given in any order. For
 * one thread.
 */
final class DataSetBytes {

  private static final int LONGEST_DS = 16;
  private static final int DECIMALS = 10;
  private static final int SHORT_DIGITS = 9;

  private final TreeMap<Long, byte[]> elements = new TreeMap<>();

  /** Text; several values are parted by backslashes. */
  DataSetBytes text(int tag, String vr, String value) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    byte[] even = Arrays.copyOf(text, text.length + text.length % 2);
    if (even.length > text.length) {
      even[text.length] = (byte) (vr.equals("UI") ? 0 : ' ');
    }
    return put(tag, vr, even);
  }

  /** DS: numbers as text of at most 16 characters each. */
  DataSetBytes decimals(int tag, double... values) {
    return text(
        tag,
        "DS",
        Arrays.stream(values).mapToObj(DataSetBytes::decimal).collect(Collectors.joining("\\")));
  }

  private static String decimal(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    String plain = plain(exact.setScale(DECIMALS, RoundingMode.HALF_EVEN));
    return plain.length() <= LONGEST_DS
        ? plain
        : exact.round(new MathContext(SHORT_DIGITS)).stripTrailingZeros().toString();
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** IS: a whole number as text. */
  DataSetBytes whole(int tag, int value) {
    return text(tag, "IS", Integer.toString(value));
  }

  /** US: unsigned 16 bit. */
  DataSetBytes us(int tag, int... values) {
    return shorts(tag, "US", values);
  }

  /** SS: signed 16 bit. */
  DataSetBytes ss(int tag, int... values) {
    return shorts(tag, "SS", values);
  }

  private DataSetBytes shorts(int tag, String vr, int... values) {
    LittleBytes bytes = new LittleBytes();
    Arrays.stream(values).forEach(bytes::u16);
    return put(tag, vr, bytes.toArray());
  }

  /** UL: unsigned 32 bit. */
  DataSetBytes ul(int tag, int... values) {
    LittleBytes bytes = new LittleBytes();
    Arrays.stream(values).forEach(bytes::u32);
    return put(tag, "UL", bytes.toArray());
  }

  /** FD: double precision. */
  DataSetBytes fd(int tag, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(bytes::putDouble);
    return put(tag, "FD", bytes.array());
  }

  /** Bytes, padded to an even number. */
  DataSetBytes bytes(int tag, String vr, byte[] value) {
    return put(tag, vr, Arrays.copyOf(value, value.length + value.length % 2));
  }

  /** A sequence of one item. */
  DataSetBytes item(int tag, DataSetBytes item) {
    return items(tag, List.of(item));
  }

  /** A sequence. */
  DataSetBytes items(int tag, List<DataSetBytes> items) {
    LittleBytes all = new LittleBytes();
    for (DataSetBytes item : items) {
      byte[] content = item.toArray();
      all.u16(0xFFFE).u16(0xE000).u32(content.length).all(content);
    }
    return put(tag, "SQ", all.toArray());
  }

  private DataSetBytes put(int tag, String vr, byte[] value) {
    LittleBytes element = new LittleBytes().u16(tag >>> 16).u16(tag).text(vr);
    boolean wide = List.of("OB", "OW", "SQ", "UN", "UT").contains(vr);
    if (wide) {
      element.u16(0).u32(value.length);
    } else {
      element.u16(value.length);
    }
    elements.put(Integer.toUnsignedLong(tag), element.all(value).toArray());
    return this;
  }

  /** The elements so far, in the order of their tags. */
  byte[] toArray() {
    LittleBytes all = new LittleBytes();
    elements.values().forEach(all::all);
    return all.toArray();
  }
}
