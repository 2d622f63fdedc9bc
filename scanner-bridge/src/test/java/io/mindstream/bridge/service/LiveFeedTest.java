package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.watch.FolderFeed;
import io.mindstream.bridge.watch.Volumes;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder against a real broker; schemas live in memory. */
@Timeout(120)
class LiveFeedTest {

  private static final Topics TOPICS = Topics.withPartitions(2);

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path folder;
  @TempDir private Path spool;
  private final SchemaRegistry registry = new SchemaRegistry("mock://live");
  private BridgeService bridge;
  private Volumes scanner;
  private FolderFeed feed;

  @BeforeEach
  void startBridge() {
    scanner = new Volumes(folder);
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    bridge =
        new BridgeService(
            broker.settings(), registry, TOPICS, new SimpleMeterRegistry(), Spools.in(spool));
    bridge.start();
  }

  @AfterEach
  void closeBridge() {
    bridge.close();
  }

  @Test
  void shouldPublishVolumesThatAppearWhileItRuns() throws Exception {
    Playback playback = watch("sub-1_task-live_run-1");
    for (int number = 1; number <= 4; number++) {
      scanner.add(number);
      awaitVolumes("sub-1_task-live_run-1", number);
    }
    feed.finish();
    assertThat(playback.await()).isEqualTo(new PlaybackSummary(1, 4, 0, List.of()));
    assertThat(states("sub-1_task-live_run-1")).containsExactly(RunState.STARTED, RunState.ENDED);
    assertThat(indices("sub-1_task-live_run-1")).containsExactly(0, 1, 2, 3);
  }

  @Test
  void shouldAnnounceTheRunWithoutALength() throws Exception {
    Playback playback = watch("sub-1_task-live_run-2");
    scanner.add(7);
    awaitVolumes("sub-1_task-live_run-2", 1);
    feed.finish();
    playback.await();
    List<RunHeader> headers = headers("sub-1_task-live_run-2");
    assertThat(headers.get(0).getExpectedVolumes()).isEmpty();
    assertThat(headers.get(1).getPublishedVolumes()).hasValue(1);
    assertThat(contents().read(TOPICS.rois(), headers.get(0).getRoiId())).isNotEmpty();
  }

  @Test
  void shouldAbortARunThatBreaksOff() throws Exception {
    Playback playback = watch("sub-1_task-live_run-3");
    scanner.add(1);
    awaitVolumes("sub-1_task-live_run-3", 1);
    scanner.add(2, new VolumeShape(6, 5, 3), 1);
    assertThat(playback.await().problems()).singleElement().asString().contains("vol_0002");
    RunHeader last = headers("sub-1_task-live_run-3").get(1);
    assertThat(last.getState()).isEqualTo(RunState.ABORTED);
    assertThat(last.getReason().orElseThrow()).contains("another grid");
  }

  @Test
  void shouldAbortTheRunWhenTheBridgeIsStopped() throws Exception {
    Playback playback = watch("sub-1_task-live_run-4");
    scanner.add(1);
    awaitVolumes("sub-1_task-live_run-4", 1);
    bridge.stop();
    assertThat(playback.isDone()).isTrue();
    assertThat(headers("sub-1_task-live_run-4").get(1).getReason().orElseThrow())
        .contains("the bridge was stopped");
  }

  private Playback watch(String run) {
    feed = FolderFeed.open(Volumes.options(folder, run), note -> {});
    return bridge.play(feed, PlaybackOptions.at(Speed.REAL_TIME), PlaybackListener.NONE);
  }

  private void awaitVolumes(String run, int count) {
    await().untilAsserted(() -> assertThat(indices(run)).hasSize(count));
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
}
