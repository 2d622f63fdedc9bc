package io.mindstream.imaging.bids;

import io.mindstream.imaging.file.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that describe a series by BIDS' inheritance principle: in its folder and in those above it,
 * up to the data set's root, with no entity that the series does not have. The nearest folder goes
 * first; in one folder the file with most entities.
 */
final class Inheritance {

  private Inheritance() {}

  /**
   * The data set's root for a folder that may be part of it: above {@code sub-}, {@code ses-} and
   * {@code func}.
   */
  static Path root(Path folder) {
    Path root = folder;
    while (String.valueOf(root.getFileName()).matches("sub-.*|ses-.*|func")
        && root.getParent() != null) {
      root = root.getParent();
    }
    return root;
  }

  /**
   * The files that apply, the most telling first.
   *
   * @param from the series' folder, or the one that stands for it
   * @param suffix with extension: {@code events.tsv}
   */
  static List<Path> files(Path root, Path from, BidsName series, String suffix) {
    List<Path> files = new ArrayList<>();
    Path folder = from;
    do {
      if (Files.isDirectory(folder)) {
        files.addAll(inFolder(folder, series, suffix));
      }
      folder = folder.getParent();
    } while (folder != null && folder.startsWith(root));
    return files;
  }

  private static List<Path> inFolder(Path folder, BidsName series, String suffix) {
    return named(folder, suffix).stream()
        .filter(file -> BidsName.of(file).appliesTo(series))
        .sorted(Comparator.comparingInt(file -> -BidsName.of(file).entities().size()))
        .toList();
  }

  /** All files of a suffix in one folder. */
  static List<Path> named(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !FolderFiles.hidden(file))
          .filter(file -> String.valueOf(file.getFileName()).matches("(.*_)?" + suffix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BidsException(folder, "cannot be listed (" + e.getMessage() + ")", e);
    }
  }
}
