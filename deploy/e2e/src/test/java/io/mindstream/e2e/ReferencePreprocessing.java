package io.mindstream.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The preprocessing of a run by an independent program, {@code src/reference/preprocessing.py}:
 * what is asked and what it answers is said there.
 */
final class ReferencePreprocessing {

  private static final String PYTHON = "/usr/bin/python3";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferencePreprocessing() {}

  /** Skips the test where the program cannot run. */
  static void requireOrSkip() throws IOException, InterruptedException {
    boolean runs =
        Files.isExecutable(Path.of(PYTHON))
            && run("-c", "import numpy, scipy, nibabel").exit() == 0;
    assumeTrue(
        runs, "skipped: apt install python3-numpy python3-scipy python3-nibabel for " + PYTHON);
  }

  /** What the program answers to a request. */
  static JsonNode answer(Map<String, Object> request) throws IOException, InterruptedException {
    Path script = SharedData.projectRoot().resolve("deploy/e2e/src/reference/preprocessing.py");
    Path asked = Files.createTempFile("request", ".json");
    Path answer = Files.createTempFile("answer", ".json");
    try {
      JSON.writeValue(asked.toFile(), request);
      Outcome outcome = run("-B", script.toString(), asked.toString(), answer.toString());
      assertThat(outcome.exit()).as(outcome.said()).isZero();
      return JSON.readTree(answer.toFile());
    } finally {
      Files.delete(asked);
      Files.delete(answer);
    }
  }

  /** An exit code, and all that was printed. */
  private record Outcome(int exit, String said) {}

  private static Outcome run(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = PYTHON;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), said);
  }
}
