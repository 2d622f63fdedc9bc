package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.e2e.ServiceProcesses.Service;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.standalone.embedded.EmbeddedObjectStore;
import io.mindstream.standalone.embedded.ObjectStoreKeys;
import io.mindstream.standalone.embedded.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each service is a process of its own and is killed (SIGKILL) again and again in mid-run. Looked
 * at once, after every group has read all and nothing came for a while: what topics and store then
 * hold is, byte by byte, what an undisturbed run leaves.
 */
class CrashTest {

  private static final int KILLS_OF_EACH = Integer.getInteger("mindstream.crash.kills", 5);
  private static final long SEED = Long.getLong("mindstream.crash.seed", 42);
  private static final Speed SPEED = new Speed(3);
  private static final int VOXELS = 128;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Longer than the broker waits for a dead member or for an open transaction. */
  private static final Duration QUIET = Duration.ofSeconds(25);

  private static final ObjectStoreKeys KEYS = new ObjectStoreKeys("local", "local");

  @TempDir static Path shared;
  @TempDir Path folder;
  private final SharedParts parts = SharedParts.get();
  private final SimulatedScanner scanner =
      new SimulatedScanner(LivePipeline.simulation().withRuns(2).withTrials(8));

  @BeforeAll
  static void makeBundle() {
    RandomBundle.create(ModelSize.TINY, VOXELS, 1, null, shared.resolve("bundle"));
  }

  @AfterEach
  void wipe() {
    parts.wipe();
  }

  @Test
  void shouldLeaveWhatAnUndisturbedRunLeavesHoweverOftenServicesAreKilled() throws Exception {
    List<String> undisturbed = leftBy("undisturbed", Speed.MAX, 0);
    assertThat(undisturbed)
        .filteredOn(line -> line.startsWith("image "))
        .hasSize(scanner.expectedTrials());
    parts.wipe();
    assertThat(leftBy("killed", SPEED, KILLS_OF_EACH)).isEqualTo(undisturbed);
  }

  private List<String> leftBy(String name, Speed speed, int killsOfEach) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    Path objects = home.resolve("objects");
    try (EmbeddedObjectStore store =
            EmbeddedObjectStore.start(objects, Port.anyFree("--s3-port"), KEYS);
        ServiceProcesses processes = new ServiceProcesses(home, settings(home, store.address()))) {
      processes.start(Service.SINK); // before there is any topic
      topics();
      processes.start(Service.PREPROCESS);
      processes.start(Service.DECODER);
      play(speed, new Killer(processes, killsOfEach));
      Outcome outcome = new Outcome(parts, objects);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(2))
          .during(QUIET)
          .until(() -> outcome.lag() == 0);
      return outcome.lines();
    }
  }

  private void topics() {
    int exit =
        Mindstream.commandLine()
            .execute("topics", "--kafka=" + parts.kafka(), "--registry=" + parts.registry());
    assertThat(exit).isZero();
  }

  private void play(Speed speed, PlaybackListener listener) throws InterruptedException {
    try (BridgeService bridge =
        new BridgeService(
            KafkaSettings.of(parts.kafka()),
            new SchemaRegistry(parts.registry()),
            Topics.standard(),
            new SimpleMeterRegistry(),
            SpoolSettings.of(folder.resolve("spool"), 1))) {
      bridge.start();
      bridge.play(scanner, PlaybackOptions.at(speed), listener).await();
    }
  }

  private List<String> settings(Path home, String store) {
    return List.of(
        "-micronaut.server.port=-1",
        "-mindstream.kafka.bootstrap-servers=" + parts.kafka(),
        "-mindstream.registry.url=" + parts.registry(),
        "-mindstream.preprocess.state-dir=" + home.resolve("state"),
        "-mindstream.decoder.bundle=" + shared.resolve("bundle"),
        "-mindstream.decoder.steps=2",
        "-mindstream.decoder.threads=1",
        "-mindstream.sink.s3.endpoint=" + store,
        "-mindstream.sink.s3.access-key=" + KEYS.access(),
        "-mindstream.sink.s3.secret-key=" + KEYS.secret());
  }

  /** Kills services at volumes that follow from the seed. */
  private final class Killer implements PlaybackListener {

    private final ServiceProcesses processes;
    private final List<Kill> plan;
    private int volumes;

    private record Kill(int atVolume, Service service) {}

    private Killer(ServiceProcesses processes, int killsOfEach) {
      this.processes = processes;
      Random random = new Random(SEED);
      this.plan =
          List.of(Service.values()).stream()
              .flatMap(
                  service ->
                      random
                          .ints(killsOfEach, 1, scanner.expectedVolumes())
                          .mapToObj(volume -> new Kill(volume, service)))
              .toList();
    }

    @Override
    public void volumePublished(RunDescription run, int done) {
      volumes++;
      plan.stream().filter(kill -> kill.atVolume() == volumes).forEach(this::carryOut);
    }

    private void carryOut(Kill kill) {
      try {
        processes.killAndStartAgain(kill.service());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
