package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.imaging.file.FolderFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads files of data sets, whose folders people nest differently. */
final class DatasetFiles {

  private static final int DEPTH = 6;

  private DatasetFiles() {}

  /** All files whose name matches a pattern, sorted by path. */
  static List<Path> all(Path folder, String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> matcher.matches(file.getFileName()) && Files.isRegularFile(file))
          .filter(file -> !FolderFiles.hidden(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DatasetException(folder + " cannot be read: " + e, e);
    }
  }

  /**
   * Parts of one matrix side by side, in order.
   *
   * @param where the parts come from, for errors
   * @param rows what a row is: frames, trials
   * @param parts by name
   * @throws DatasetException where they differ in their rows; it names each
   */
  static DoubleArray besideEachOther(String where, String rows, Map<String, DoubleArray> parts) {
    if (parts.values().stream().mapToInt(DoubleArray::rows).distinct().count() > 1) {
      String each =
          parts.entrySet().stream()
              .map(part -> part.getKey() + " has " + part.getValue().rows())
              .collect(Collectors.joining(", "));
      throw new DatasetException(
          where + ": the parts differ in their " + rows + ": " + each + "; make them equally long");
    }
    return DoubleArray.besideEachOther(List.copyOf(parts.values()));
  }

  /** The last name of a path. */
  static String name(@Nullable Path path) {
    Path name = path == null ? null : path.getFileName();
    return name == null ? "" : name.toString();
  }

  /**
   * The one file of a name.
   *
   * @throws DatasetException where there is none, or several
   */
  static Path find(Path folder, String name) {
    List<Path> files = all(folder, name);
    if (files.size() != 1) {
      throw new DatasetException(
          folder
              + (files.isEmpty() ? " has no file " : " has several files ")
              + name
              + "; give the folder that holds it (--source, --subject)");
    }
    return files.get(0);
  }

  /** Lines that are not blank, without space around them. */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be read as text: " + e, e);
    }
  }
}
