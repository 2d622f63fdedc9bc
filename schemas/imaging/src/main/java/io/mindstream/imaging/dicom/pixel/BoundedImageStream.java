package io.mindstream.imaging.dicom.pixel;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A coded image in memory of which only so much can be read: the reader of JPEG 2000 would else
 * take the end of a damaged image for bits, for hours.
 */
final class BoundedImageStream extends MemoryCacheImageInputStream {

  private static final int TIMES = 64;
  private static final int ALWAYS = 1 << 20;

  private long left;

  BoundedImageStream(byte[] coded) {
    super(new ByteArrayInputStream(coded));
    this.left = ALWAYS + (long) TIMES * coded.length;
  }

  @Override
  public int read() throws IOException {
    return checked(super.read(), 1);
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    int read = super.read(to, at, length);
    return checked(read, Math.max(1, read));
  }

  private int checked(int read, int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new EOFException("the coded image ends early");
    }
    return read;
  }
}
