package io.mindstream.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files beside the project. Without them tests are skipped, except in CI, where they fail. */
public final class Fixtures {

  private Fixtures() {}

  /** A file or folder under {@code shared}. */
  public static Path shared(String name) {
    Path path = Path.of("../../shared").resolve(name);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(path).as("needed in CI").exists();
    }
    assumeTrue(Files.exists(path), () -> path + " not found, skipped");
    return path;
  }
}
