package io.mindstream.imaging.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a file's content is here. Version control of large files (git-annex, which DataLad uses,
 * and Git LFS) leaves links or small texts in their place until they are fetched; and where links
 * are off, Git writes a link as a file that holds its target's path.
 */
public final class FileContent {

  private static final String ANNEX = "annex/objects/";
  private static final int LONGEST_PATH = 4096;
  private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}<>|\"?*]+");

  private FileContent() {}

  /**
   * Why there is no content, and what to do, as the end of a sentence about the file; empty where
   * there is, or where the file does not exist at all.
   */
  public static Optional<String> missing(Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        return Files.exists(file) ? pointer(file) : Optional.of(dangling(file));
      }
      return Files.isRegularFile(file) ? pointer(file) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // Whoever opens the file says so.
    }
  }

  /**
   * What a file of one line points to, where Git wrote a link as such a file.
   *
   * @return an existing file or folder; empty where the file is no link's text
   */
  public static Optional<Path> linkedByText(Path file) {
    try {
      String text = Files.isRegularFile(file) ? start(file) : "";
      return isPath(text)
          ? Optional.of(file.resolveSibling(text).normalize()).filter(Files::exists)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String dangling(Path file) throws IOException {
    String target = Files.readSymbolicLink(file).toString();
    return "is a link to " + target + ", which is missing: " + remedy(file, target);
  }

  private static String remedy(Path file, String target) {
    return target.contains(ANNEX)
        ? "its content was not fetched; run: " + fetch(file)
        : "restore the target; in a DataLad data set by: datalad get " + file.getFileName();
  }

  private static Optional<String> pointer(Path file) throws IOException {
    String text = start(file);
    if (text.startsWith("version https://git-lfs")) {
      return Optional.of("is Git LFS's pointer, its content was not fetched; run: git lfs pull");
    }
    if (!isPath(text.strip())) {
      return Optional.empty();
    }
    if (text.contains(ANNEX)) {
      return Optional.of("is git-annex's pointer to " + text.strip() + ": " + remedy(file, text));
    }
    return linkedByText(file)
        .map(
            target ->
                "is the text of a link to "
                    + target
                    + ": Git writes links so where they are off; give that file, or check out"
                    + " again after: git config core.symlinks true");
  }

  /** All of a file that may be a path; the beginning of a longer one. */
  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_PATH + 1), StandardCharsets.UTF_8);
    }
  }

  private static boolean isPath(String text) {
    return text.length() <= LONGEST_PATH && text.contains("/") && PATH.matcher(text).matches();
  }

  private static String fetch(Path file) {
    return "datalad get " + file.getFileName() + " (or git annex get " + file.getFileName() + ")";
  }
}
