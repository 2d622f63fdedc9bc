package io.mindstream.imaging.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a file's content is here. Version control of large files (git-annex, which DataLad uses,
 * and Git LFS) leaves links or small texts in their place until they are fetched.
 */
public final class FileContent {

  private static final int POINTER_BYTES = 64;

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

  private static String dangling(Path file) throws IOException {
    String target = Files.readSymbolicLink(file).toString();
    String remedy =
        target.contains("annex/objects")
            ? "its content was not fetched; run: " + fetch(file)
            : "restore the target, or fetch it, for a DataLad data set by: datalad get "
                + file.getFileName();
    return "is a link to " + target + ", which is missing: " + remedy;
  }

  private static Optional<String> pointer(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(POINTER_BYTES), StandardCharsets.ISO_8859_1);
    }
    if (start.startsWith("/annex/objects/")) {
      return Optional.of(
          "is git-annex's pointer, its content was not fetched; run: " + fetch(file));
    }
    return start.startsWith("version https://git-lfs")
        ? Optional.of("is Git LFS's pointer, its content was not fetched; run: git lfs pull")
        : Optional.empty();
  }

  private static String fetch(Path file) {
    return "datalad get " + file.getFileName() + " (or git annex get " + file.getFileName() + ")";
  }
}
