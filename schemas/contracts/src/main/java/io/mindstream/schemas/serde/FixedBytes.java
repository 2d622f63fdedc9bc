package io.mindstream.schemas.serde;

import java.io.OutputStream;
import java.util.Arrays;

/** An array that does not grow: what is too much for it is counted, not kept. For one thread. */
final class FixedBytes extends OutputStream {

  private final byte[] bytes;
  private int count;

  FixedBytes(int length) {
    bytes = new byte[length];
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    if (length <= bytes.length - count) {
      System.arraycopy(from, offset, bytes, count, length);
    }
    count += length;
  }

  /** Bytes that were written, kept or not. */
  int count() {
    return count;
  }

  boolean full() {
    return count > bytes.length;
  }

  /** What was written; the array itself where it is exactly as long. */
  byte[] all() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
