package io.mindstream.bridge.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes a spool's folder this process's own; a killed process holds it no more. */
final class SpoolLock implements AutoCloseable {

  private final FileChannel channel;

  private SpoolLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder, and takes it.
   *
   * @throws SpoolException where another bridge has it, or it cannot be written
   */
  static SpoolLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new SpoolException(
            folder
                + ": another bridge keeps its records there; wait until it is over, or give this one"
                + " a spool of its own (--spool DIR; mindstream.bridge.spool)");
      }
      return new SpoolLock(channel);
    } catch (IOException e) {
      throw new SpoolException(
          folder
              + ": cannot be used as spool ("
              + e
              + "); give a folder that can be written (--spool DIR; mindstream.bridge.spool)",
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) { // Another thread of this process has it.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
