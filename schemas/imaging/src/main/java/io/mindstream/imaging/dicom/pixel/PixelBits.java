package io.mindstream.imaging.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts native pixels into the form of a topic: byte order, stored bits, sign, width. */
final class PixelBits {

  private PixelBits() {}

  /**
   * The same pixels, little endian.
   *
   * @param raw of one frame; may be changed and returned
   */
  static byte[] normal(byte[] raw, PixelFormat format, boolean bigEndian) {
    return switch (format.allocated()) {
      case 8 -> widened(raw, format);
      case 16 -> shorts(raw, format, bigEndian);
      default -> floats(raw, format, bigEndian);
    };
  }

  private static byte[] shorts(byte[] raw, PixelFormat format, boolean bigEndian) {
    boolean whole = format.stored() == 16;
    if (whole && !bigEndian) {
      return raw;
    }
    ByteBuffer in = ByteBuffer.wrap(raw).order(order(bigEndian));
    ByteBuffer out = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 1 < raw.length; i += 2) {
      out.putShort(i, (short) value(in.getShort(i), format));
    }
    return raw;
  }

  private static byte[] widened(byte[] raw, PixelFormat format) {
    ByteBuffer out = ByteBuffer.allocate(2 * raw.length).order(ByteOrder.LITTLE_ENDIAN);
    for (byte pixel : raw) {
      out.putShort((short) value(pixel, format));
    }
    return out.array();
  }

  private static byte[] floats(byte[] raw, PixelFormat format, boolean bigEndian) {
    ByteBuffer in = ByteBuffer.wrap(raw).order(order(bigEndian));
    ByteBuffer out = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 3 < raw.length; i += 4) {
      int value = value(in.getInt(i), format);
      out.putFloat(i, format.signed() ? (float) value : (float) Integer.toUnsignedLong(value));
    }
    return raw;
  }

  /** The stored bits of a pixel; above them old scanners kept overlays. */
  private static int value(int pixel, PixelFormat format) {
    int left = 31 - format.highBit();
    int right = 32 - format.stored();
    return format.signed() ? pixel << left >> right : pixel << left >>> right;
  }

  private static ByteOrder order(boolean bigEndian) {
    return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }
}
