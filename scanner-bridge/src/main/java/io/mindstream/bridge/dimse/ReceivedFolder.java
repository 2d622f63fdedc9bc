package io.mindstream.bridge.dimse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores objects as DICOM files (PS3.10) in a folder: each appears whole, under a name that says
 * nothing of whom it shows, {@code object-000001.dcm}. May be used by any thread.
 */
public final class ReceivedFolder implements ObjectSink {

  private static final Logger LOG = LoggerFactory.getLogger(ReceivedFolder.class);

  private final Path folder;
  private final AtomicInteger last = new AtomicInteger();

  /**
   * Stores into a folder, which is made where it lacks; names go on after those that are there.
   *
   * @throws IOException where the folder cannot be made or listed
   */
  public ReceivedFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      files.forEach(file -> last.accumulateAndGet(number(file), Math::max));
    }
  }

  private static int number(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("object-[0-9]{6,9}\\.dcm")
        ? Integer.parseInt(name.substring("object-".length(), name.length() - ".dcm".length()))
        : 0;
  }

  /** How many objects are there, by their names. */
  public int count() {
    return last.get();
  }

  @Override
  public StoreAnswer take(ReceivedObject object) {
    String name = String.format(Locale.ROOT, "object-%06d.dcm", last.incrementAndGet());
    Path part = folder.resolve(name + ".part");
    try {
      write(object, part);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return StoreAnswer.SUCCESS;
    } catch (IOException e) {
      LOG.warn("{} cannot be written ({}); check disk and rights", name, e.getMessage());
      return StoreAnswer.OUT_OF_RESOURCES;
    }
  }

  private static void write(ReceivedObject object, Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      out.write(FileMeta.of(object));
      var dataSet = object.dataSet();
      while (dataSet.hasRemaining()) {
        channel.write(dataSet);
      }
      channel.force(true); // Its bytes are on the disk before its name is.
    }
  }
}
