package io.mindstream.sink.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where files lie until they are stored. It is emptied when it is opened and when it is closed:
 * what a killed recorder left there comes from Kafka again.
 *
 * @param path the folder; of one recorder alone
 */
record RecorderFolder(Path path) implements AutoCloseable {

  /**
   * Takes a folder.
   *
   * @param given null for a temporary one
   */
  static RecorderFolder open(@Nullable Path given) {
    try {
      RecorderFolder folder =
          new RecorderFolder(
              given == null
                  ? Files.createTempDirectory("mindstream-recorder")
                  : Files.createDirectories(given));
      folder.empty();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the recorder cannot write its files ("
              + e.getMessage()
              + "); set mindstream.sink.recorder.folder",
          e);
    }
  }

  @Override
  public void close() {
    try {
      empty();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void empty() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(path)) {
      files = all.filter(file -> !file.equals(path)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
