package io.mindstream.imaging.bids;

import io.mindstream.imaging.file.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what stim_file names in a folder {@code stimuli}. BIDS wants the path below that folder;
 * usual besides are a path from the data set's root, with or without a slash before it, BIDS URIs,
 * backslashes, and absolute paths of another machine.
 *
 * @param folder the folder stimuli, absolute
 */
record StimulusFiles(Path folder) {

  private static final String FOLDER = "stimuli/";

  /** The file, where there is one inside the folder. */
  Optional<Path> find(String stimFile) {
    return Stream.of(stimFile, below(stimFile))
        .map(this::resolve)
        .flatMap(Optional::stream)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * What a person should know of a name: that it is not as BIDS has it, or leads nowhere.
   *
   * @return empty where all is well
   */
  Optional<String> remark(String stimFile) {
    Optional<Path> found = find(stimFile);
    if (found.isPresent()) {
      String plain = folder.relativize(found.get()).toString().replace('\\', '/');
      return plain.equals(stimFile)
          ? Optional.empty()
          : Optional.of("'" + stimFile + "' is read as '" + plain + "' below stimuli");
    }
    Path expected = resolve(below(stimFile)).orElse(folder);
    return Optional.of(
        "'"
            + stimFile
            + "' "
            + FileContent.missing(expected)
                .or(() -> inOtherCase(expected))
                .orElse("is not below " + folder)
            + ": no picture");
  }

  private static String below(String stimFile) {
    String path = stimFile.replace('\\', '/').replaceFirst("^bids:[^:]*:", "");
    int nested = path.lastIndexOf("/" + FOLDER);
    String tail = nested < 0 ? path : path.substring(nested + 1);
    return tail.replaceFirst("^[./]*/", "").replaceFirst("^" + FOLDER, "");
  }

  private Optional<Path> resolve(String path) {
    if (path.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Optional.of(folder.resolve(path).normalize()).filter(file -> file.startsWith(folder));
  }

  private static Optional<String> inOtherCase(Path expected) {
    Path parent = expected.resolveSibling("");
    if (!Files.isDirectory(parent)) {
      return Optional.empty();
    }
    String name = String.valueOf(expected.getFileName());
    try (Stream<Path> files = Files.list(parent)) {
      List<String> alike =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(other -> other.equalsIgnoreCase(name))
              .toList();
      return alike.stream()
          .findFirst()
          .map(other -> "is spelt '" + other + "' on the disk; capitals count");
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
