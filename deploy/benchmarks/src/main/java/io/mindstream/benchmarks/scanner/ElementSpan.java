package io.mindstream.benchmarks.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the value of a short element lies in explicit VR little endian.
 *
 * @param start first byte of the value
 * @param length of it
 */
record ElementSpan(int start, int length) {

  private static final int HEAD = 8;

  /**
   * Finds the first one.
   *
   * @throws IllegalArgumentException where there is none
   */
  static ElementSpan of(byte[] file, int from, int tag, String vr) {
    ByteBuffer bytes = little(file);
    int wanted = tag >>> 16 | tag << 16;
    for (int at = from; at + HEAD <= file.length; at++) {
      boolean same = file[at + 4] == vr.charAt(0) && file[at + 5] == vr.charAt(1);
      if (same && bytes.getInt(at) == wanted) {
        return new ElementSpan(at + HEAD, Short.toUnsignedInt(bytes.getShort(at + 6)));
      }
    }
    throw new IllegalArgumentException("the mosaic lacks element %08X".formatted(tag));
  }

  /** The same file with room for a value of another length, an even one. */
  byte[] widened(byte[] file, int width) {
    byte[] wide = new byte[file.length - length + width];
    System.arraycopy(file, 0, wide, 0, start);
    int rest = start + length;
    System.arraycopy(file, rest, wide, start + width, file.length - rest);
    little(wide).putShort(start - 2, (short) width);
    return wide;
  }

  static ByteBuffer little(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }
}
