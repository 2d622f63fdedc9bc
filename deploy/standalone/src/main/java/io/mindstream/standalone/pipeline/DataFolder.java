package io.mindstream.standalone.pipeline;

import io.mindstream.standalone.embedded.EmbeddedPartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of one pipeline's data, held by one process at a time. */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String HOLDER = "pid";

  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes a folder; makes it where it is new.
   *
   * @throws EmbeddedPartException where another process holds it, named by its id, or it cannot be
   *     written
   */
  public static DataFolder open(Path root) {
    try {
      Files.createDirectories(root.resolve("logs"));
      FileChannel channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw inUse(root);
      }
      Files.writeString(root.resolve(HOLDER), String.valueOf(ProcessHandle.current().pid()));
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new EmbeddedPartException(
          "cannot write to the data folder " + root + " (" + e + "); choose another by --data DIR",
          e);
    }
  }

  /** Topics and offsets. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** Schemas. */
  public Path registry() {
    return root.resolve("registry");
  }

  /** Decoded pictures and their metadata, one folder a bucket. */
  public Path objects() {
    return root.resolve("objects");
  }

  /** The keys of the embedded S3 server. */
  public Path objectKeys() {
    return root.resolve("s3-keys.properties");
  }

  /** State of Kafka Streams, rebuilt from topics where lost. */
  public Path streams() {
    return root.resolve("streams");
  }

  /** Live runs until Kafka has them; not that of a {@code watch} beside this session. */
  public Path bridgeSpool() {
    return root.resolve("bridge-spool");
  }

  /** Files of the run recorder until they are stored. */
  public Path recorder() {
    return root.resolve("recorder");
  }

  /** A log file. */
  public Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  /** The lock goes with its channel. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedPartException("cannot release " + root + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // This very process holds it.
    }
  }

  private static EmbeddedPartException inUse(Path root) throws IOException {
    Path holder = root.resolve(HOLDER);
    String pid = Files.exists(holder) ? Files.readString(holder, StandardCharsets.UTF_8) : "?";
    return new EmbeddedPartException(
        "data folder %s is in use by process %s; stop that one, or choose another by --data DIR"
            .formatted(root, pid.strip()),
        null);
  }
}
