package io.mindstream.imaging.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All files below a folder, also behind symbolic links. Hidden ones are left out: {@code ._NAME},
 * which macOS writes beside each file of a foreign disk, {@code .git} and the like.
 *
 * @param files in natural order: run-2 before run-10; a link without its target counts as a file
 * @param problems folders that cannot be listed, one line each
 */
public record FolderFiles(List<Path> files, List<String> problems) {

  private static final String HIDDEN = ".";
  private static final Pattern FOLDER = Pattern.compile("sub-[A-Za-z0-9]+|ses-[A-Za-z0-9]+|func");

  /** Keeps lists of its own. */
  public FolderFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * Lists a folder and all below it. A link that leads back to a folder above is not followed.
   *
   * @throws IOException where the folder itself cannot be listed
   */
  public static FolderFiles below(Path root) throws IOException {
    Collector collector = new Collector(root);
    walk(root, collector);
    Comparator<Path> natural =
        Comparator.comparing(file -> root.relativize(file).toString(), new NaturalOrder());
    return new FolderFiles(collector.files.stream().sorted(natural).toList(), collector.problems);
  }

  private static void walk(Path folder, Collector collector) throws IOException {
    Files.walkFileTree(
        folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, collector);
  }

  /** True for files that no person made. */
  public static boolean hidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(HIDDEN);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return hidden(folder) && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (FOLDER.matcher(String.valueOf(file.getFileName())).matches()) {
        visitLinkedFolder(file);
      } else if (!hidden(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A folder of BIDS that is a file: a link without its target, or Git's text of a link. */
    private void visitLinkedFolder(Path file) throws IOException {
      Optional<Path> folder =
          FileContent.linkedByText(file).filter(target -> !root.startsWith(target));
      if (folder.isPresent()) {
        walk(folder.get(), this);
      } else {
        problems.add(
            file + ": " + FileContent.missing(file).orElse("is a file where a folder belongs"));
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      if (!(failure instanceof FileSystemLoopException)) {
        problems.add(file + ": cannot be listed (" + failure + "); check its rights");
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
