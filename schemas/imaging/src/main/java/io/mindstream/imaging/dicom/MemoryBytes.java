package io.mindstream.imaging.dicom;

/**
 * Bytes in memory, as an association receives them.
 *
 * @param name for messages
 * @param bytes not copied; nobody may change them afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record MemoryBytes(String name, byte[] bytes) implements ByteSource {

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public void read(long offset, byte[] to, int at, int length) {
    if (offset < 0 || length > bytes.length - offset) {
      throw new DicomException(name, "ends early; send it again");
    }
    System.arraycopy(bytes, (int) offset, to, at, length);
  }
}
