package io.mindstream.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over a source through a small window; large values are skipped, not read. */
final class ByteCursor {

  private static final int WINDOW_BYTES = 8192;

  private final ByteSource source;
  private final byte[] window;
  private final ByteBuffer view;
  private long windowStart;
  private int windowLength;
  private long position;

  ByteCursor(ByteSource source, long position) {
    this.source = source;
    this.position = position;
    this.window = new byte[(int) Math.min(WINDOW_BYTES, Math.max(8, source.size()))];
    this.view = ByteBuffer.wrap(window);
  }

  ByteSource source() {
    return source;
  }

  long position() {
    return position;
  }

  void skip(long bytes) {
    position += bytes;
  }

  int unsignedShort(ByteOrder order) {
    int at = require(2);
    position += 2;
    return Short.toUnsignedInt(view.order(order).getShort(at));
  }

  long unsignedInt(ByteOrder order) {
    int at = require(4);
    position += 4;
    return Integer.toUnsignedLong(view.order(order).getInt(at));
  }

  /** The byte at a distance from the position, which stays. */
  int peek(int ahead) {
    return Byte.toUnsignedInt(window[require(ahead + 1) + ahead]);
  }

  byte[] bytes(int length) {
    byte[] value = new byte[length];
    if (length <= window.length) {
      System.arraycopy(window, require(length), value, 0, length);
    } else {
      source.read(position, value, 0, length);
    }
    position += length;
    return value;
  }

  /** Index in the window at which so many bytes from the position on lie. */
  private int require(int bytes) {
    if (position < windowStart || position + bytes > windowStart + windowLength) {
      if (position + bytes > source.size()) {
        throw new DicomException(source.name(), "ends early, at byte " + source.size());
      }
      windowStart = position;
      windowLength = (int) Math.min(window.length, source.size() - position);
      source.read(position, window, 0, windowLength);
    }
    return (int) (position - windowStart);
  }
}
