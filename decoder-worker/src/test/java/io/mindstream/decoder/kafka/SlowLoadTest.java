package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.PatternDecoder;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.RunChoice;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.TrialDecoder;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stop that comes while the model loads, which nothing can hurry. */
class SlowLoadTest {

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration SECONDS = Duration.ofSeconds(10);

  private final CountDownLatch loading = new CountDownLatch(1);
  private final CountDownLatch loaded = new CountDownLatch(1);
  private final PatternDecoder decoder = new PatternDecoder("pattern", values -> {});
  private final DecodeService service =
      new DecodeService(
          config(),
          this::load,
          new KafkaSettings("localhost:1", Map.of()),
          new SchemaRegistry("mock://slow"),
          Topics.withPartitions(1),
          new SimpleMeterRegistry());
  private CompletableFuture<Void> start = new CompletableFuture<>();

  @BeforeEach
  void start() {
    start = CompletableFuture.runAsync(service::start);
    await().until(() -> loading.getCount() == 0);
  }

  @AfterEach
  void end() {
    loaded.countDown();
    service.stop();
  }

  @Test
  void shouldSayThatTheModelIsBeingLoaded() {
    assertThat(service.health().describe())
        .isEqualTo("waiting: the model is being loaded onto cpu");
  }

  @Test
  void shouldStopInSecondsThoughTheLoadGoesOn() {
    assertThat(stop()).succeedsWithin(SECONDS);
    assertThat(service.health()).isInstanceOf(ServiceHealth.Stopped.class);
  }

  @Test
  void shouldEndTheStartThatWaitsForTheModel() {
    stop().join();

    assertThat(start).succeedsWithin(SECONDS);
  }

  @Test
  void shouldCloseTheModelThatIsLoadedTooLate() {
    stop().join();

    loaded.countDown();

    await().until(decoder::isClosed);
  }

  @Test
  void shouldDoNothingWhenStartedTwice() {
    assertThat(CompletableFuture.runAsync(service::start)).succeedsWithin(SECONDS);
    assertThat(start).isNotDone();
  }

  private CompletableFuture<Void> stop() {
    return CompletableFuture.runAsync(service::stop);
  }

  /** As native code does: it hears no interrupt. */
  private TrialDecoder load(DeviceChoice device) {
    loading.countDown();
    while (loaded.getCount() > 0) {
      Thread.onSpinWait();
    }
    return decoder;
  }

  private static DecoderConfig config() {
    return new DecoderConfig(
        null,
        List.of("cpu"),
        Precision.FP32,
        SamplerKind.DDIM,
        3,
        null,
        1,
        0,
        0,
        "slow",
        null,
        "group-slow",
        RunChoice.ANY,
        STOP_TIMEOUT);
  }
}
