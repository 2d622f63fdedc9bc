package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.Playback;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.service.PipelineService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service is stopped and started again in the middle of a run. */
class RestartTest {

  private static final Speed SPEED = new Speed(8);
  private static final SimulationSettings SESSION = LivePipeline.simulation();
  private static final int MIDDLE = 15;

  @TempDir static Path folder;
  private static LivePipeline live;

  @BeforeAll
  static void start() {
    live = LivePipeline.start(folder);
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scanner-bridge", "preprocess-stream", "decoder-worker", "image-sink"})
  void shouldLoseAndDoubleNothingWhereAServiceRestartsInMidRun(String name) throws Exception {
    String session = name.replaceAll("[^a-z]", "");
    Middle middle = new Middle();
    Playback playback =
        live.pipeline()
            .bean(BridgeService.class)
            .play(
                new SimulatedScanner(SESSION),
                new PlaybackOptions(SPEED, Optional.of(session), Optional.empty()),
                middle);
    assertThat(middle.reached.await(1, TimeUnit.MINUTES)).isTrue();
    PipelineService service = live.pipeline().service(name);
    service.stop();
    service.start();
    playback.await();

    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(trials(session))
                    .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SESSION.trials()).boxed().toList()));
  }

  private static List<Integer> trials(String session) {
    return live.records(live.pipeline().topics().images()).stream()
        .filter(image -> image.getRunId().contains("_ses-" + session + "_"))
        .map(DecodedImage::getTrialIndex)
        .toList();
  }

  /** Opens when the run is in its middle. */
  private static final class Middle implements PlaybackListener {
    private final CountDownLatch reached = new CountDownLatch(1);

    @Override
    public void volumePublished(RunDescription run, int done) {
      if (done >= MIDDLE) {
        reached.countDown();
      }
    }
  }
}
