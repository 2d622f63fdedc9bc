package io.mindstream.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {

  @TempDir Path folder;

  @Test
  void shouldNotLeaveTheRegistryBehindAParentThatIsKilled() throws IOException {
    Process parent = holder();
    try (BufferedReader output = parent.inputReader()) {
      ProcessHandle registry = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(registry.isAlive()).isTrue();

      parent.destroyForcibly();

      await().atMost(Duration.ofSeconds(10)).until(() -> !registry.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dmindstream.apicurio.home=" + System.getProperty("mindstream.apicurio.home"),
            "-cp",
            System.getProperty("java.class.path"),
            RegistryHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
