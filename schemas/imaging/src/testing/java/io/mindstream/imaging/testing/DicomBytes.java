package io.mindstream.imaging.testing;

import io.mindstream.imaging.dicom.TransferSyntax;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** Writes DICOM objects for tests, in each transfer syntax; sequences have undefined lengths. */
public final class DicomBytes {

  private static final int UNDEFINED = -1;

  private final Map<Long, Element> elements = new TreeMap<>();

  private record Element(int tag, String vr, Object value) {}

  /** Text or numbers written as text. */
  public DicomBytes text(int tag, String vr, String value) {
    return put(tag, vr, value);
  }

  /** Unsigned 16 bit. */
  public DicomBytes us(int tag, int value) {
    return put(tag, "US", value);
  }

  /** Bytes, whose order is the caller's. */
  public DicomBytes bytes(int tag, String vr, byte[] value) {
    return put(tag, vr, value);
  }

  /** Takes an element out again. */
  public DicomBytes without(int... tags) {
    for (int tag : tags) {
      elements.remove(Integer.toUnsignedLong(tag));
    }
    return this;
  }

  /** A sequence. */
  public DicomBytes items(int tag, DicomBytes... items) {
    return put(tag, "SQ", List.of(items));
  }

  /** Encapsulated pixels, a fragment each. */
  public DicomBytes fragments(byte[]... fragments) {
    return put(0x7FE00010, "OB", fragments);
  }

  /** A file with preamble. */
  public byte[] file(TransferSyntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new DicomBytes().text(0x00020010, "UI", syntax.uid()).encoded(true, little()));
    byte[] data = data(syntax);
    out.writeBytes(syntax == TransferSyntax.DEFLATED ? deflated(data) : data);
    return out.toByteArray();
  }

  /** The data set alone, not deflated. */
  public byte[] data(TransferSyntax syntax) {
    return encoded(syntax != TransferSyntax.IMPLICIT_LITTLE, syntax.order());
  }

  private DicomBytes put(int tag, String vr, Object value) {
    elements.put(Integer.toUnsignedLong(tag), new Element(tag, vr, value));
    return this;
  }

  private byte[] encoded(boolean explicit, ByteOrder order) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    elements.values().forEach(element -> write(out, element, explicit, order));
    return out.toByteArray();
  }

  private static void write(
      ByteArrayOutputStream out, Element element, boolean explicit, ByteOrder order) {
    if (element.value() instanceof List<?> items) {
      head(out, element, UNDEFINED, explicit, order);
      for (Object item : items) {
        out.writeBytes(marker(0xFFFEE000, UNDEFINED, order));
        out.writeBytes(((DicomBytes) item).encoded(explicit, order));
        out.writeBytes(marker(0xFFFEE00D, 0, order));
      }
      out.writeBytes(marker(0xFFFEE0DD, 0, order));
    } else if (element.value() instanceof byte[][] fragments) {
      head(out, element, UNDEFINED, explicit, order);
      out.writeBytes(marker(0xFFFEE000, 0, order));
      for (byte[] fragment : fragments) {
        byte[] even = even(fragment, (byte) 0);
        out.writeBytes(marker(0xFFFEE000, even.length, order));
        out.writeBytes(even);
      }
      out.writeBytes(marker(0xFFFEE0DD, 0, order));
    } else {
      byte[] value = value(element, order);
      head(out, element, value.length, explicit, order);
      out.writeBytes(value);
    }
  }

  private static byte[] value(Element element, ByteOrder order) {
    if (element.value() instanceof Integer number) {
      return ByteBuffer.allocate(2).order(order).putShort(number.shortValue()).array();
    }
    if (element.value() instanceof String text) {
      byte pad = (byte) (element.vr().equals("UI") ? 0 : ' ');
      return even(text.getBytes(StandardCharsets.ISO_8859_1), pad);
    }
    return even((byte[]) element.value(), (byte) 0);
  }

  private static byte[] even(byte[] value, byte pad) {
    if (value.length % 2 == 0) {
      return value;
    }
    return ByteBuffer.allocate(value.length + 1).put(value).put(pad).array();
  }

  private static void head(
      ByteArrayOutputStream out, Element element, int length, boolean explicit, ByteOrder order) {
    ByteBuffer head = ByteBuffer.allocate(12).order(order);
    head.putShort((short) (element.tag() >>> 16)).putShort((short) element.tag());
    if (!explicit) {
      head.putInt(length);
    } else {
      head.put(element.vr().getBytes(StandardCharsets.US_ASCII));
      boolean wide = "OB OW SQ UN UT".contains(element.vr());
      if (wide) {
        head.putShort((short) 0).putInt(length);
      } else {
        head.putShort((short) length);
      }
    }
    out.write(head.array(), 0, head.position());
  }

  private static byte[] marker(int tag, int length, ByteOrder order) {
    return ByteBuffer.allocate(8)
        .order(order)
        .putShort((short) (tag >>> 16))
        .putShort((short) tag)
        .putInt(length)
        .array();
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(data);
    deflater.finish();
    byte[] packed = new byte[data.length + 1024];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  private static ByteOrder little() {
    return ByteOrder.LITTLE_ENDIAN;
  }
}
