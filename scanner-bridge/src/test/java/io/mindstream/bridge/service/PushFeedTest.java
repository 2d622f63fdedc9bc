package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.mrd.MrdChoice;
import io.mindstream.bridge.mrd.MrdImages;
import io.mindstream.bridge.mrd.MrdSender;
import io.mindstream.bridge.push.PushFeed;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.tcp.TcpSender;
import io.mindstream.bridge.tcp.TcpVolumes;
import io.mindstream.bridge.tcp.VolumeChoice;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Scanners that push over the network, against a real broker; schemas live in memory. */
@Timeout(120)
class PushFeedTest {

  private static final Topics TOPICS = Topics.withPartitions(2);
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path spool;
  private final SchemaRegistry registry = new SchemaRegistry("mock://push");
  private BridgeService bridge;

  @BeforeEach
  void startBridge() {
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
  void shouldPublishVolumesThatArePushedOverTcp() throws Exception {
    PushFeed feed = tcp("sub-1_task-tcp_run-1", true);
    Playback playback = play(feed);
    try (TcpSender scanner = new TcpSender(feed.address().getPort())) {
      scanner.volume(1);
      awaitVolumes("sub-1_task-tcp_run-1", 1);
      scanner.volume(3);
      scanner.end();
      assertThat(playback.await()).isEqualTo(new PlaybackSummary(1, 2, 0, List.of()));
    }
    assertThat(states("sub-1_task-tcp_run-1")).containsExactly(RunState.STARTED, RunState.ENDED);
    assertThat(indices("sub-1_task-tcp_run-1")).containsExactly(0, 2);
  }

  @Test
  void shouldPublishTheNextSeriesAsTheNextRun() throws Exception {
    PushFeed feed = mrd("sub-1_task-mrd_run-1");
    Playback playback = play(feed);
    for (int run = 1; run <= 2; run++) {
      try (MrdSender scanner = new MrdSender(feed.address().getPort())) {
        scanner.begin(2);
        scanner.repetition(0);
        scanner.end();
        awaitVolumes("sub-1_task-mrd_run-" + run, 1);
      }
    }
    feed.finish();
    assertThat(playback.await()).isEqualTo(new PlaybackSummary(2, 2, 0, List.of()));
  }

  @Test
  void shouldAbortARunWhoseConnectionBreaks() throws Exception {
    PushFeed feed = tcp("sub-1_task-tcp_run-7", true);
    Playback playback = play(feed);
    try (TcpSender scanner = new TcpSender(feed.address().getPort())) {
      scanner.volume(1);
      scanner.torn(2);
    }
    assertThat(playback.await().problems()).singleElement().asString().contains("not whole");
    RunHeader last = headers("sub-1_task-tcp_run-7").get(1);
    assertThat(last.getState()).isEqualTo(RunState.ABORTED);
  }

  private static PushFeed tcp(String run, boolean once) {
    return TcpVolumes.open(
        ANY, new VolumeChoice(false, Optional.empty()), options(run, once), note -> {});
  }

  private static PushFeed mrd(String run) {
    return MrdImages.open(
        ANY, new MrdChoice(0, OptionalInt.empty()), options(run, false), note -> {});
  }

  private static PushOptions options(String run, boolean once) {
    return new PushOptions(
        RunId.parse(run),
        OptionalDouble.empty(),
        Optional.empty(),
        RoiMasks.DEFAULT_FRACTION,
        Optional.empty(),
        Duration.ofMinutes(1),
        once);
  }

  private Playback play(PushFeed feed) {
    return bridge.play(feed, PlaybackOptions.at(Speed.REAL_TIME), PlaybackListener.NONE);
  }

  private void awaitVolumes(String run, int count) {
    await().untilAsserted(() -> assertThat(indices(run)).hasSize(count));
  }

  private List<RunHeader> headers(String run) {
    return new TopicContents(broker.settings(), registry).read(TOPICS.runs(), run);
  }

  private List<RunState> states(String run) {
    return headers(run).stream().map(RunHeader::getState).toList();
  }

  private List<Integer> indices(String run) {
    return new TopicContents(broker.settings(), registry)
        .read(TOPICS.volumes(), run).stream().map(BoldVolume::getIndex).toList();
  }
}
