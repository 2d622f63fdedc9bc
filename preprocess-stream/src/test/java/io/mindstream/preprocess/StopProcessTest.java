package io.mindstream.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.kafka.LiveStream;
import io.mindstream.preprocess.kafka.SilentGroupMember;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.testing.KafkaBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service's own process ends within seconds of SIGTERM while it starts. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopProcessTest {

  private static final int SECONDS = 10;

  /** What the JVM exits with after SIGTERM, and nothing else. */
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;
  @TempDir Path processFolder;
  private Process process;

  @AfterEach
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void shouldEndWhileKafkaDoesNotAnswer() throws IOException, InterruptedException {
    try (ServerSocket silent = new ServerSocket(0)) {
      start("localhost:" + silent.getLocalPort());
      try (Socket question = silent.accept()) {
        assertThat(question.getInputStream().read()).isNotNegative();

        terminate();
      }
    }
  }

  @Test
  void shouldEndWhileTheStreamJoins() throws IOException, InterruptedException {
    try (KafkaBroker broker = KafkaBroker.startIn(folder)) {
      KafkaSettings kafka = broker.settings();
      LiveStream stream = new LiveStream(kafka, 1);
      stream.createTopics();
      try (SilentGroupMember member =
          new SilentGroupMember(
              kafka,
              PreprocessConfig.DEFAULT.engine().applicationId(),
              stream.topics.volumes().name())) {
        start(kafka.bootstrapServers());
        member.awaitAnotherThatJoins();

        terminate();
      }
    }
  }

  private void start(String bootstrapServers) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "-micronaut.server.port=-1",
                "-mindstream.registry.url=mock://",
                "-mindstream.kafka.bootstrap-servers=" + bootstrapServers,
                "-mindstream.preprocess.state-dir=" + processFolder.resolve("state"))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
  }

  private void terminate() throws IOException, InterruptedException {
    process.destroy();

    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
    assertThat(log()).content().doesNotContain("cannot start");
  }

  private Path log() {
    return processFolder.resolve("log");
  }
}
