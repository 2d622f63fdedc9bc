package io.mindstream.bridge.spool;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A record that is in its file, and on the disk once it is forced: from then on nothing short of
 * the disk's own end loses it. To be closed in any case.
 */
record WrittenRecord(FileOutputStream file) implements Closeable {

  /** Waits for the disk. */
  void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
