package io.mindstream.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.decoder.family.Bundles;
import io.mindstream.decoder.family.NeverLoadedFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the worker as its users do: as a process. */
class ApplicationTest {

  /** Exit code of a Java process that such a signal ended. */
  private static final int SIGTERM = 143;

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

  /** The hook that stops the service must not wait for the start, which waits for the model. */
  @Test
  void shouldEndInSecondsWhenToldToWhileTheModelLoads(@TempDir Path folder) throws Exception {
    Path bundle = Bundles.write(folder.resolve("bundle"), NeverLoadedFamily.NAME);
    Process worker =
        start("-mindstream.decoder.bundle=" + bundle, "-mindstream.decoder.stop-timeout=2s");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(bundle.resolve(NeverLoadedFamily.BEGUN)));

    worker.destroy();

    boolean ended = worker.waitFor(10, TimeUnit.SECONDS);
    worker.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(worker.exitValue()).isEqualTo(SIGTERM);
  }

  private record Ended(int code, String output) {}

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Application.class.getName(), "-micronaut.server.port=0"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
