package io.mindstream.standalone.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that goes away with who made it.
 *
 * @param path the folder
 */
public record TemporaryFolder(Path path) implements Closeable {

  /** Makes one where the system keeps such folders. */
  public static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("mindstream-"));
  }

  /** Makes one below a folder, which is made where it is missing. */
  public static TemporaryFolder in(Path parent) throws IOException {
    return new TemporaryFolder(
        Files.createTempDirectory(Files.createDirectories(parent), "mindstream-"));
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
