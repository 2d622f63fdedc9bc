package io.mindstream.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project and the data beside it are. */
final class Project {

  private Project() {}

  /** The project's root: the folder of the launcher. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isExecutable(folder.resolve("mindstream"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run inside the project's folder");
    }
    return folder;
  }

  /** A folder of {@code ../shared}; the test is skipped where it is absent, but not in CI. */
  static Path shared(String folder) {
    Path path = root().resolveSibling("shared").resolve(folder);
    requireOrSkip(Files.isDirectory(path), path + " not found");
    return path;
  }

  /** Skips where something is absent; in CI that is a failure. */
  static void requireOrSkip(boolean present, String absent) {
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(absent + ", and in CI nothing may be skipped");
    }
    assumeTrue(present, absent + ", skipped");
  }
}
