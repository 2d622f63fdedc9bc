package io.mindstream.imaging.dicom;

/** Where the bytes of a DICOM object lie. */
public interface ByteSource {

  /** For messages: a file's path, or a name that the receiver chose. */
  String name();

  /** Number of bytes. */
  long size();

  /**
   * Copies bytes.
   *
   * @param offset of the first, origin 0
   * @param to filled from {@code at}
   * @throws DicomException where they are not there, or cannot be read
   */
  void read(long offset, byte[] to, int at, int length);

  /**
   * Bytes as an array of their own.
   *
   * @throws DicomException where they are not there; checked before memory is taken
   */
  default byte[] read(long offset, long length) {
    if (offset < 0 || length < 0 || length > size() - offset || length > Integer.MAX_VALUE - 8) {
      throw new DicomException(
          name(), length + " bytes at " + offset + " are not there; send or copy it again");
    }
    byte[] bytes = new byte[(int) length];
    read(offset, bytes, 0, bytes.length);
    return bytes;
  }
}
