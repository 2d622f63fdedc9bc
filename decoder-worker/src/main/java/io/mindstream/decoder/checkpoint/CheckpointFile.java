package io.mindstream.decoder.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/** A file read by mapping stretches of it; every stretch is checked to lie inside. */
final class CheckpointFile implements AutoCloseable {

  private static final long WINDOW = 1 << 26;

  private final FileChannel channel;
  private final long size;

  private CheckpointFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static CheckpointFile open(Path path) throws IOException {
    return new CheckpointFile(FileChannel.open(path, StandardOpenOption.READ));
  }

  long size() {
    return size;
  }

  /** Maps a stretch of at most 2 GiB, little endian. */
  ByteBuffer bytes(long offset, long length) throws IOException {
    requireInside(new FileSection(offset, length, 0));
    require(length <= Integer.MAX_VALUE, "it holds a tensor of more than 2 GiB");
    return channel
        .map(FileChannel.MapMode.READ_ONLY, offset, length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  void requireInside(FileSection section) {
    require(
        section.offset() >= 0
            && section.size() >= 0
            && section.offset() <= size
            && section.size() <= size - section.offset(),
        "it is cut short or damaged: it refers to bytes beyond its end. Copy it again.");
  }

  /**
   * Compares a stretch with its recorded checksum, if there is one.
   *
   * @param what names the stretch in the error
   */
  void verify(FileSection section, String what) throws IOException {
    if (section.crc32() == 0) {
      return;
    }
    CRC32 crc = new CRC32();
    for (long done = 0; done < section.size(); done += WINDOW) {
      crc.update(bytes(section.offset() + done, Math.min(WINDOW, section.size() - done)));
    }
    require(
        crc.getValue() == section.crc32(),
        what + " does not have its recorded checksum; the file is damaged. Copy it again.");
  }

  static void require(boolean holds, String problem) {
    if (!holds) {
      throw new CheckpointException(problem);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
