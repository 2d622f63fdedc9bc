package io.mindstream.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings and fixtures beside the project, in {@code ../shared} from its root. */
public final class SharedData {

  private SharedData() {}

  /** A file or folder there. Where it lacks, the test is skipped, and fails with CI=true. */
  public static Path of(String name) {
    Path path = projectRoot().resolveSibling("shared").resolve(name);
    requireOrSkip(Files.exists(path), path + " not found");
    return path;
  }

  /** Skips the test where something is absent; in CI that is a failure. */
  public static void requireOrSkip(boolean present, String absent) {
    if (present) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      fail(absent + ", and in CI nothing may be skipped");
    }
    abort(absent + ", skipped");
  }

  /** The project's root: the folder of the launcher. */
  public static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isExecutable(folder.resolve("mindstream"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run inside the project's folder");
    }
    return folder;
  }
}
