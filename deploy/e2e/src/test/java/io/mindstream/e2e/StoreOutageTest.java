package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.service.ServiceHealth;
import io.mindstream.standalone.embedded.EmbeddedObjectStore;
import io.mindstream.standalone.embedded.ObjectStoreKeys;
import io.mindstream.standalone.embedded.Port;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import io.mindstream.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The object store goes away in the middle of a session. */
class StoreOutageTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String LAST =
      "derivatives/mindstream/sub-sim1/task-viewing/run-01/trial-0001/trial.json";

  private static final ObjectStoreKeys KEYS = new ObjectStoreKeys("local", "local");

  @TempDir Path folder;

  @Test
  void shouldStoreEverythingOnceTheStoreIsBack() throws Exception {
    Port port = Port.anyFree("--s3-port");
    EmbeddedObjectStore store = EmbeddedObjectStore.start(folder.resolve("objects"), port, KEYS);
    StandaloneSettings settings =
        LivePipeline.settings(folder, Optional.of(store.address()), LivePipeline.ANY_KEYS);
    try (LivePipeline live = LivePipeline.start(settings, folder)) {
      store.close();
      live.pipeline()
          .bean(BridgeService.class)
          .play(
              new SimulatedScanner(LivePipeline.simulation().withTrials(2)),
              PlaybackOptions.at(Speed.MAX),
              PlaybackListener.NONE);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  live.pipeline().service("image-sink").health() instanceof ServiceHealth.Waiting);

      store = EmbeddedObjectStore.start(folder.resolve("objects"), port, KEYS);
      ObjectStore objects = live.pipeline().bean(ObjectStore.class);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(objects.get(LAST)).isPresent());
    } finally {
      store.close();
    }
  }
}
