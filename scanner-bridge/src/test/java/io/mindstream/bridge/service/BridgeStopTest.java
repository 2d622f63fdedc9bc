package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bridge whose Kafka takes connections and never answers. */
@Timeout(60)
class BridgeStopTest {

  private static final Duration SECONDS = Duration.ofSeconds(4); // TopicAdmin waits for 30.

  @TempDir private Path folder;
  private ServerSocket mute;
  private BridgeService bridge;

  @BeforeEach
  void openAPort() throws Exception {
    mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    KafkaSettings kafka = new KafkaSettings("localhost:" + mute.getLocalPort(), Map.of());
    bridge =
        new BridgeService(
            kafka,
            new SchemaRegistry("mock://stop"),
            Topics.withPartitions(1),
            new SimpleMeterRegistry(),
            Spools.in(folder));
  }

  @AfterEach
  void close() throws Exception {
    bridge.close();
    mute.close();
  }

  @Test
  void shouldStopWithinSecondsWhileItsStartWaitsForKafka() throws Exception {
    CompletableFuture<Void> start = CompletableFuture.runAsync(bridge::start);
    try (Socket waiting = mute.accept()) {
      assertThat(waiting.isConnected()).isTrue();
      long begun = System.nanoTime();
      bridge.stop();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SECONDS);
    }
    assertThatCode(() -> start.get(1, TimeUnit.SECONDS)).doesNotThrowAnyException();
  }

  @Test
  void shouldNotPassForStartedAfterAStopDuringItsStart() throws Exception {
    CompletableFuture<Void> start = CompletableFuture.runAsync(bridge::start);
    mute.accept().close();
    bridge.stop();
    start.get(10, TimeUnit.SECONDS);
    assertThat(bridge.health()).isEqualTo(new ServiceHealth.Stopped());
    assertThatThrownBy(
            () ->
                bridge.play(
                    new SimulatedScanner(SimulationSettings.defaults().withRuns(1).withTrials(1)),
                    PlaybackOptions.at(Speed.MAX),
                    PlaybackListener.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not started");
  }
}
