package io.mindstream.preprocess.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
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
  private final Topics topics = Topics.withPartitions(1);
  private final SchemaRegistry registry = new SchemaRegistry("mock://");

  @Test
  void shouldStopAtOnceWhileKafkaDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      PreprocessService service = service("localhost:" + silent.getLocalPort());
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
  void shouldStopAtOnceWhileTheStreamJoinsItsGroup() {
    try (KafkaBroker broker = KafkaBroker.startIn(folder)) {
      new TopicAdmin(broker.settings(), registry).prepare(topics);
      PreprocessService service = service(broker.settings().bootstrapServers());
      try (SilentGroupMember member = member(broker.settings())) {
        CompletableFuture<Void> start = CompletableFuture.runAsync(service::start);
        member.awaitAnotherThatJoins();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(service::stop);

        assertThat(stop).succeedsWithin(SECONDS);
        assertThat(start).succeedsWithin(SECONDS);
      }
    }
  }

  private PreprocessService service(String bootstrapServers) {
    Engine standard = PreprocessConfig.DEFAULT.engine();
    Engine engine =
        new Engine(
            standard.applicationId(),
            stateDir,
            standard.commitInterval(),
            1,
            standard.bufferedRecords(),
            standard.closeTimeout());
    return new PreprocessService(
        new KafkaSettings(bootstrapServers, Map.of()),
        topics,
        registry,
        PreprocessConfig.DEFAULT.with(engine),
        new SimpleMeterRegistry());
  }

  private SilentGroupMember member(KafkaSettings kafka) {
    String group = PreprocessConfig.DEFAULT.engine().applicationId();
    return new SilentGroupMember(kafka, group, topics.volumes().name());
  }
}
