package io.mindstream.bridge.push;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Fields of a header of fixed layout, little endian, at their offsets.
 *
 * @param bytes the header; the record owns it
 */
public record LittleFields(ByteBuffer bytes) {

  /** Fields of a header. */
  public LittleFields(byte[] header) {
    this(ByteBuffer.wrap(header));
  }

  /** Reads little endian from here on. */
  public LittleFields {
    bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Unsigned, 8 bit. */
  public int u8(int at) {
    return Byte.toUnsignedInt(bytes.get(at));
  }

  /** Unsigned, 16 bit. */
  public int u16(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  /** Signed, 32 bit. */
  public int i32(int at) {
    return bytes.getInt(at);
  }

  /** Unsigned, 32 bit. */
  public long u32(int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  /** Signed, 64 bit. */
  public long i64(int at) {
    return bytes.getLong(at);
  }

  /** Single precision. */
  public double f32(int at) {
    return bytes.getFloat(at);
  }

  /** Double precision. */
  public double f64(int at) {
    return bytes.getDouble(at);
  }

  /** Text up to its first zero, at most so long. */
  public String text(int at, int length) {
    byte[] text = new byte[length];
    bytes.get(at, text);
    String whole = new String(text, StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return (end < 0 ? whole : whole.substring(0, end)).strip();
  }

  /** Three numbers in single precision. */
  public double[] vector(int at) {
    return new double[] {f32(at), f32(at + 4), f32(at + 8)};
  }
}
