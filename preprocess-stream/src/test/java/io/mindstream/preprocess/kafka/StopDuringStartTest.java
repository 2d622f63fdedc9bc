package io.mindstream.preprocess.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.service.ServiceHealth;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stop gets through whatever start waits for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopDuringStartTest {

  private static final Duration SECONDS = Duration.ofSeconds(8);

  @TempDir Path folder;
  @TempDir Path stateDir;

  @Test
  void shouldStopAtOnceWhileKafkaDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      KafkaSettings kafka = new KafkaSettings("localhost:" + silent.getLocalPort(), Map.of());
      PreprocessService service =
          new LiveStream(kafka, 1).service(PreprocessConfig.DEFAULT, stateDir);
      CompletableFuture<Void> start = CompletableFuture.runAsync(service::start);
      try (Socket question = silent.accept()) {
        assertThat(question.getInputStream().read()).isNotNegative();

        service.stop();

        assertThat(start).succeedsWithin(SECONDS);
      }
      assertThat(service.health()).isEqualTo(new ServiceHealth.Stopped());
    }
  }

  @Test
  void shouldWaitForABrokerThatIsNotThereYet() {
    KafkaSettings nobody =
        new KafkaSettings(
            "localhost:1", Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "500"));
    PreprocessService service =
        new LiveStream(nobody, 1).service(PreprocessConfig.DEFAULT, stateDir);
    CompletableFuture<Void> start = CompletableFuture.runAsync(service::start);

    await()
        .atMost(SECONDS)
        .untilAsserted(
            () ->
                assertThat(service.health().describe())
                    .startsWith("waiting: Kafka at localhost:1 did not answer; start it"));

    service.stop();
    assertThat(start).succeedsWithin(SECONDS);
  }

  @Test
  void shouldStopAtOnceWhileTheStreamJoinsItsGroup() {
    try (KafkaBroker broker = KafkaBroker.startIn(folder)) {
      LiveStream stream = new LiveStream(broker.settings(), 1);
      stream.createTopics();
      PreprocessService service = stream.service(PreprocessConfig.DEFAULT, stateDir);
      try (SilentGroupMember member =
          new SilentGroupMember(
              broker.settings(),
              PreprocessConfig.DEFAULT.engine().applicationId(),
              stream.topics.volumes().name())) {
        CompletableFuture<Void> start = CompletableFuture.runAsync(service::start);
        member.awaitAnotherThatJoins();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(service::stop);

        assertThat(stop).succeedsWithin(SECONDS);
        assertThat(start).succeedsWithin(SECONDS);
      }
    }
  }
}
