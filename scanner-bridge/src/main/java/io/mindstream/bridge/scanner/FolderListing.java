package io.mindstream.bridge.scanner;

import io.mindstream.bridge.source.FeedException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The files in a folder and those below that are neither hidden nor named as unfinished. */
final class FolderListing {

  private final Path folder;

  FolderListing(Path folder) {
    this.folder = folder;
  }

  /**
   * All files, by their names.
   *
   * @param wanted which of them
   * @throws FeedException where the folder cannot be listed
   */
  Map<Path, BasicFileAttributes> all(BiPredicate<Path, BasicFileAttributes> wanted) {
    Map<Path, BasicFileAttributes> files = new TreeMap<>();
    try {
      Files.walkFileTree(folder, new Visitor(files, wanted));
    } catch (IOException e) {
      throw new FeedException(
          "%s cannot be listed (%s); is the share mounted?".formatted(folder, e.getMessage()));
    }
    return files;
  }

  /** Adds a file as it is now, if it is one and there. */
  static void add(Path file, Map<Path, BasicFileAttributes> files) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (finished(file, now)) {
        files.put(file, now);
      }
    } catch (IOException e) {
      files.remove(file); // It was renamed or removed meanwhile.
    }
  }

  private static boolean finished(Path file, BasicFileAttributes attributes) {
    String name = String.valueOf(file.getFileName());
    boolean unfinished = name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
    return attributes.isRegularFile() && !unfinished;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, BasicFileAttributes> files;
    private final BiPredicate<Path, BasicFileAttributes> wanted;

    private Visitor(
        Map<Path, BasicFileAttributes> files, BiPredicate<Path, BasicFileAttributes> wanted) {
      this.files = files;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (finished(file, attributes) && wanted.test(file, attributes)) {
        files.put(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    /** It was renamed or removed meanwhile, or may not be read; the next look tells. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(folder)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
