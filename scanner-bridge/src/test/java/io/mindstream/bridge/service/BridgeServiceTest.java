package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The service against a real broker; schemas live in memory. */
class BridgeServiceTest {

  private static final Topics TOPICS = Topics.withPartitions(2);
  private static final SimulationSettings SMALL =
      SimulationSettings.defaults()
          .withRuns(1)
          .withTrials(2)
          .withVoxels(32)
          .withShape(new VolumeShape(10, 10, 6));

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path folder;
  private final SchemaRegistry registry = new SchemaRegistry("mock://bridge");
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private BridgeService bridge;

  @BeforeEach
  void startBridge() {
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    bridge = new BridgeService(broker.settings(), registry, TOPICS, meters, Spools.in(folder));
    bridge.start();
  }

  @AfterEach
  void closeBridge() {
    bridge.close();
  }

  @Test
  void shouldPublishEveryVolumeOfARunInOrder() throws Exception {
    Feed feed = new SimulatedScanner(SMALL);
    PlaybackSummary summary = play(feed, "order", PlaybackListener.NONE).await();
    String run = "sub-sim1_ses-order_task-viewing_run-01";
    assertThat(summary).isEqualTo(new PlaybackSummary(1, feed.expectedVolumes(), 2, List.of()));
    assertThat(indices(run)).isEqualTo(range(feed.expectedVolumes()));
    assertThat(states(run)).containsExactly(RunState.STARTED, RunState.ENDED);
    assertThat(contents().read(TOPICS.events(), run))
        .extracting(StimulusEvent::getTrialIndex)
        .containsExactly(0, 1);
    assertThat(contents().read(TOPICS.rois(), feed.roi().getRoiId())).isNotEmpty();
    assertThat(meters.get("mindstream.bridge.volumes").counter().count())
        .isEqualTo(feed.expectedVolumes());
  }

  @Test
  void shouldNameTheRegionThatWasAskedFor() throws Exception {
    PlaybackOptions options =
        new PlaybackOptions(
            Speed.MAX, Optional.of("region"), Optional.empty(), Optional.of("sub-01_desc-V1"));
    bridge.play(new SimulatedScanner(SMALL), options, PlaybackListener.NONE).await();
    assertThat(headers("sub-sim1_ses-region_task-viewing_run-01"))
        .extracting(RunHeader::getRoiId)
        .containsExactly("sub-01_desc-V1", "sub-01_desc-V1");
  }

  @Test
  void shouldGoOnAfterARestartWithoutGapOrDouble() throws Exception {
    Feed feed = new SimulatedScanner(SMALL);
    CountDownLatch fifth = new CountDownLatch(1);
    Playback playback =
        bridge.play(feed, options("restart", new Speed(50)), after(5, fifth::countDown));
    fifth.await();
    bridge.stop();
    assertThat(playback.isDone()).isFalse();
    bridge.start();
    playback.await();
    String run = "sub-sim1_ses-restart_task-viewing_run-01";
    assertThat(indices(run)).isEqualTo(range(feed.expectedVolumes()));
    assertThat(states(run)).containsExactly(RunState.STARTED, RunState.ENDED);
  }

  @Test
  void shouldAbortARunThatBreaksAndPlayTheNext() throws Exception {
    Path broken = run("1");
    run("2");
    Path mask = Series.counting(folder.resolve("a_mask.nii"), new VolumeShape(20, 20, 3), 1);
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults().withMask(mask));
    byte[] bytes = Files.readAllBytes(broken);
    Files.write(broken, Arrays.copyOf(bytes, bytes.length - 400));
    PlaybackSummary summary = play(feed, "broken", PlaybackListener.NONE).await();
    assertThat(summary.runs()).isEqualTo(1);
    assertThat(summary.problems()).singleElement().asString().contains(broken.toString());
    RunHeader last = headers("sub-1_ses-broken_task-view_run-1").get(1);
    assertThat(last.getState()).isEqualTo(RunState.ABORTED);
    assertThat(last.getReason().orElseThrow()).contains("truncated");
    assertThat(states("sub-1_ses-broken_task-view_run-2"))
        .containsExactly(RunState.STARTED, RunState.ENDED);
  }

  @Test
  void shouldTellThatAPlaybackWasAborted() throws Exception {
    CountDownLatch fifth = new CountDownLatch(1);
    Playback playback =
        bridge.play(
            new SimulatedScanner(SMALL),
            options("aborted", new Speed(10)),
            after(5, fifth::countDown));
    fifth.await();
    bridge.abort("the operator stopped it");
    assertThat(playback.await().problems()).hasSize(1);
    RunHeader last = headers("sub-sim1_ses-aborted_task-viewing_run-01").get(1);
    assertThat(last.getReason()).contains("the operator stopped it");
    assertThat(last.getPublishedVolumes().orElseThrow()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void shouldWaitForABrokerThatIsAway() throws Exception {
    Feed feed = new SimulatedScanner(SMALL);
    CountDownLatch fifth = new CountDownLatch(1);
    Playback playback =
        bridge.play(feed, options("outage", new Speed(20)), after(5, fifth::countDown));
    fifth.await();
    broker.stop();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> bridge.health() instanceof ServiceHealth.Waiting);
    broker.start();
    assertThat(playback.await().volumes()).isEqualTo(feed.expectedVolumes());
    assertThat(indices("sub-sim1_ses-outage_task-viewing_run-01"))
        .isEqualTo(range(feed.expectedVolumes()));
    assertThat(bridge.health()).isEqualTo(new ServiceHealth.Running());
  }

  @Test
  void shouldPlayOneFeedAtATime() {
    bridge.play(
        new SimulatedScanner(SMALL), options("first", Speed.REAL_TIME), PlaybackListener.NONE);
    assertThatThrownBy(() -> play(new SimulatedScanner(SMALL), "second", PlaybackListener.NONE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldSayThatTheRegistryIsDown() {
    KafkaSettings kafka = broker.settings();
    try (BridgeService other =
        new BridgeService(
            kafka, new SchemaRegistry("http://localhost:9"), TOPICS, meters, Spools.in(folder))) {
      assertThatThrownBy(other::start)
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("mindstream.registry.url");
    }
  }

  private Playback play(Feed feed, String session, PlaybackListener listener) {
    return bridge.play(feed, options(session, Speed.MAX), listener);
  }

  private static PlaybackOptions options(String session, Speed speed) {
    return new PlaybackOptions(speed, Optional.of(session), Optional.empty());
  }

  private static PlaybackListener after(int volumes, Runnable action) {
    return new PlaybackListener() {
      @Override
      public void volumePublished(RunDescription run, int done) {
        if (done == volumes) {
          action.run();
        }
      }
    };
  }

  private Path run(String label) throws IOException {
    String name = "sub-1_task-view_run-" + label;
    Files.writeString(folder.resolve(name + "_events.tsv"), "onset\tduration\n0\t2\n");
    return Series.counting(folder.resolve(name + "_bold.nii.gz"), new VolumeShape(20, 20, 3), 4);
  }

  private TopicContents contents() {
    return new TopicContents(broker.settings(), registry);
  }

  private List<RunHeader> headers(String run) {
    return contents().read(TOPICS.runs(), run);
  }

  private List<RunState> states(String run) {
    return headers(run).stream().map(RunHeader::getState).toList();
  }

  private List<Integer> indices(String run) {
    return contents().read(TOPICS.volumes(), run).stream().map(BoldVolume::getIndex).toList();
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
