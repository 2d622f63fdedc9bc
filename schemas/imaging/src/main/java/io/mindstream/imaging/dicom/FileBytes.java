package io.mindstream.imaging.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file, opened for each read: a series of ten thousand slices must not hold as many open files.
 *
 * @param size when it was first looked at
 */
public record FileBytes(Path file, long size) implements ByteSource {

  /**
   * Looks at a file.
   *
   * @throws DicomException where it has no size
   */
  public static FileBytes of(Path file) {
    try {
      return new FileBytes(file, Files.size(file));
    } catch (IOException e) {
      throw new DicomException(file.toString(), "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public void read(long offset, byte[] to, int at, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(to, at, length);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(offset);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new DicomException(name(), "ends early; copy it again");
        }
      }
    } catch (IOException e) {
      throw new DicomException(name(), "cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
