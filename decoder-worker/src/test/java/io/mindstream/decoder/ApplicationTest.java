package io.mindstream.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the worker as its users do: as a process. */
class ApplicationTest {

  @Test
  void shouldExitWithOneAndSayHowToGetABundle() throws Exception {
    Ended worker = run();

    assertThat(worker.code()).isEqualTo(1);
    assertThat(worker.output())
        .contains("mindstream model random", "mindstream model import")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldExitWithOneAndNameEveryWrongProperty() throws Exception {
    Ended worker = run("-mindstream.decoder.steps=0", "-mindstream.decoder.samples=0");

    assertThat(worker.code()).isEqualTo(1);
    assertThat(worker.output())
        .contains("mindstream.decoder.steps", "mindstream.decoder.samples")
        .doesNotContain("\tat ");
  }

  private record Ended(int code, String output) {}

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Application.class.getName(), "-micronaut.server.port=0"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }
}
