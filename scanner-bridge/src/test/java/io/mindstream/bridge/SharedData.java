package io.mindstream.bridge;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real recordings beside the project, at {@code ../shared/data} from its root. */
public final class SharedData {

  private SharedData() {}

  /** A file or folder there. Where it lacks, the test is skipped, and fails with CI=true. */
  public static Path of(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null
        && !Files.exists(root.resolve("mindstream"))
        && !Files.isDirectory(root.resolve("schemas"))) {
      root = root.getParent();
    }
    Path data = root.resolveSibling("shared").resolve("data").resolve(name);
    if (!Files.exists(data)) {
      String message = data + " not found, skipped";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      abort(message);
    }
    return data;
  }
}
