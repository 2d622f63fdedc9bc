package io.mindstream.imaging.dicom;

import java.nio.ByteBuffer;

/**
 * Bytes in memory, as an association receives them.
 *
 * @param name for messages
 * @param bytes those left in a view of their own, not copied; nobody may change them afterwards
 */
public record MemoryBytes(String name, ByteBuffer bytes) implements ByteSource {

  /** Keeps a view with a position of its own. */
  public MemoryBytes {
    bytes = bytes.slice();
  }

  /** All bytes of an array. */
  public MemoryBytes(String name, byte[] bytes) {
    this(name, ByteBuffer.wrap(bytes));
  }

  @Override
  public long size() {
    return bytes.limit();
  }

  @Override
  public void read(long offset, byte[] to, int at, int length) {
    if (offset < 0 || length > size() - offset) {
      throw new DicomException(name, "ends early; send it again");
    }
    bytes.get((int) offset, to, at, length);
  }
}
