package io.mindstream.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script in a copy of the repository's outline, with a Maven of its own on the path: a
 * build inside the build would write into the folders that are being tested.
 */
class LauncherTest {

  private static final String FAKE_MAVEN =
      """
      #!/usr/bin/env bash
      echo "$PWD: $*" >> "$MAVEN_CALLS"
      mkdir -p deploy/lab/target
      printf '%s' "$TEST_CLASSPATH" > deploy/lab/target/classpath
      """;

  @TempDir Path folder;
  private Path root;
  private Path calls;

  @BeforeEach
  void copyTheOutline() throws IOException {
    root = Files.createDirectories(folder.resolve("a checkout"));
    calls = folder.resolve("calls");
    Files.copy(Path.of("../../mindstream"), root.resolve("mindstream"));
    Files.createDirectories(root.resolve("schemas/src/main"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Files.writeString(maven, FAKE_MAVEN);
    for (Path script : List.of(maven, root.resolve("mindstream"))) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void shouldBuildOnFirstUseAndListTheCommands() throws Exception {
    Run run = run(root.resolve("mindstream"), "--help");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("building", "demo", "standalone", "topics");
    assertThat(calls()).singleElement().asString().contains("package");
  }

  @Test
  void shouldBuildAgainOnlyWhenASourceChanged() throws Exception {
    run(root.resolve("mindstream"), "--version");
    run(root.resolve("mindstream"), "--version");
    assertThat(calls()).hasSize(1);

    Path source = root.resolve("schemas/src/main/New.java");
    Files.writeString(source, "class New {}");
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    run(root.resolve("mindstream"), "--version");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void shouldRunThroughALinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("mindstream"));

    assertThat(run(link, "--version").output()).contains("Mindstream");
  }

  @Test
  void shouldRunTheTestsInTheRoot() throws Exception {
    run(root.resolve("mindstream"), "test", "-pl", "schemas");

    assertThat(calls()).containsExactly(root.toRealPath() + ": -B verify -pl schemas");
  }

  @Test
  void shouldRunOneServiceOnItsOwnModules() throws Exception {
    Run run = run(root.resolve("mindstream"), "service", "decoder-worker", "--help");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("-mindstream.decoder.bundle", "-mindstream.kafka.bootstrap-servers")
        .doesNotContain("-mindstream.sink", "-mindstream.bridge", "-mindstream.preprocess");
  }

  @Test
  void shouldNameTheServicesWhereAnotherIsAskedFor() throws Exception {
    Run run = run(root.resolve("mindstream"), "service", "decoder");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("scanner-bridge", "decoder-worker", "--help");
  }

  @Test
  void shouldExitWithTwoOnAWrongCommand() throws Exception {
    assertThat(run(root.resolve("mindstream"), "no-such-command").exitCode()).isEqualTo(2);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(calls);
  }

  private Run run(Path script, String... arguments) throws Exception {
    Process process = builder(script, arguments).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private ProcessBuilder builder(Path script, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("MAVEN_CALLS", calls.toString());
    environment.put("TEST_CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  private record Run(int exitCode, String output) {}
}
