package io.mindstream.benchmarks.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A Python of this machine. Without one tests are skipped, except in CI, where they fail. */
record Python(String command) {

  private static final List<String> COMMANDS = List.of("python3", "/usr/bin/python3");
  private static final String TORCH = "import torch; print(torch.__version__)";

  /** What a program said, and its exit code. */
  record Outcome(int exit, String out, String err) {}

  /** Any Python. */
  static Python any() {
    Optional<Python> found = all().stream().findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("python3 is needed in CI").isPresent();
    }
    assumeTrue(found.isPresent(), "no python3 found, skipped");
    return found.orElseThrow();
  }

  /** One with a torch that is new enough, or too old, for the script; else the test is skipped. */
  static Python withTorch(boolean newEnough) {
    Predicate<Python> fits =
        python -> python.torch().filter(version -> isNewEnough(version) == newEnough).isPresent();
    Optional<Python> found = all().stream().filter(fits).findFirst();
    String wanted = newEnough ? "of 2.1 or newer" : "older than 2.1";
    assumeTrue(found.isPresent(), "no python3 with a torch " + wanted + " found, skipped");
    return found.orElseThrow();
  }

  /** Runs it to its end. */
  Outcome run(String... arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("python", ".out");
      Path err = Files.createTempFile("python", ".err");
      int exit =
          new ProcessBuilder(line)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      Outcome outcome = new Outcome(exit, Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return outcome;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Python> all() {
    return COMMANDS.stream().map(Python::new).filter(Python::runs).toList();
  }

  private boolean runs() {
    try {
      return run("-c", "").exit() == 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private Optional<String> torch() {
    Outcome outcome = run("-c", TORCH);
    return outcome.exit() == 0 ? Optional.of(outcome.out().strip()) : Optional.empty();
  }

  private static boolean isNewEnough(String version) {
    String[] parts = version.split("\\.", 3);
    int major = Integer.parseInt(parts[0]);
    return major > 2 || major == 2 && Integer.parseInt(parts[1]) >= 1;
  }
}
