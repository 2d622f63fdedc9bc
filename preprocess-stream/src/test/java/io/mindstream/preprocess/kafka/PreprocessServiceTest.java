package io.mindstream.preprocess.kafka;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.service.ServiceHealth;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker. */
class PreprocessServiceTest {

  @TempDir Path brokerFolder;
  @TempDir Path stateDir;
  private KafkaBroker broker;
  private LiveStream stream;
  private PreprocessService service;

  @BeforeEach
  void open() {
    broker = KafkaBroker.startIn(brokerFolder);
    stream = new LiveStream(broker.settings(), 2);
    service = stream.service(PreprocessConfig.DEFAULT, stateDir);
  }

  @AfterEach
  void close() {
    service.stop();
    broker.close();
  }

  @Test
  void shouldWaitForTopicsThatAreMissingAndSayWhatMakesThem() {
    CompletableFuture<Void> start = CompletableFuture.runAsync(service::start);
    await()
        .atMost(LiveStream.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(service.health().describe())
                    .contains("scanner.volumes", "mindstream topics"));
    stream.createTopics();
    await().atMost(LiveStream.PATIENCE).until(start::isDone);
    assertThat(service.health()).isEqualTo(new ServiceHealth.Running());
  }

  @Test
  void shouldLoseAndDoubleNothingOverARestart() {
    stream.createTopics();
    service.start();
    assertThat(service.health()).isEqualTo(new ServiceHealth.Running());
    stream.roi();
    stream.send(stream.topics.runs(), RUN.id(), RUN.header().build());
    for (int trial = 0; trial < 3; trial++) {
      stream.send(stream.topics.events(), RUN.id(), RUN.event(trial).build());
    }
    stream.volumes(RUN, 0, 8);
    await().atMost(LiveStream.PATIENCE).until(() -> stream.emitted() == 1);

    service.stop();
    assertThat(service.health()).isEqualTo(new ServiceHealth.Stopped());
    service.start();
    stream.volumes(RUN, 9, 19);
    stream.send(stream.topics.runs(), RUN.id(), RUN.end(RunState.ENDED, 20).build());
    await().atMost(LiveStream.PATIENCE).until(() -> stream.emitted() == 3);

    assertThat(stream.read(stream.topics.voxelVectors(), 3))
        .extracting(vector -> vector.getTrialIndex() + " " + vector.getValues())
        .containsExactlyInAnyOrder("0 [403.5, 103.5]", "1 [408.5, 108.5]", "2 [413.5, 113.5]");
  }
}
