package io.mindstream.decoder.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that is filled beside its destination and then takes its place in one step. Unless
 * {@link #publish}ed it is deleted, also when the process is told to stop.
 */
final class PartialFolder implements AutoCloseable {

  private final Path destination;
  private final Path folder;
  private final Thread atExit = new Thread(this::discard, "discard-partial-bundle");

  PartialFolder(Path destination) throws IOException {
    this.destination = destination.toAbsolutePath().normalize();
    this.folder = beside(this.destination, "partial");
    Files.createDirectories(folder);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private static Path beside(Path path, String what) {
    return path.resolveSibling("." + path.getFileName() + "." + what + "-" + UUID.randomUUID());
  }

  Path path() {
    return folder;
  }

  /** Moves the folder to its destination, in place of what may be there. */
  void publish() throws IOException {
    if (!Files.exists(destination)) {
      move(folder, destination);
      return;
    }
    Path old = beside(destination, "old");
    move(destination, old);
    move(folder, destination);
    delete(old);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is going down, and the hook does what was done here.
    }
  }

  private void discard() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }

  /** Bundles have no folders inside. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
