package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.bridge.watch.FolderFeed;
import io.mindstream.bridge.watch.Volumes;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live run whose broker goes away and comes back. */
@Timeout(180)
class OutageTest {

  private static final Topics TOPICS = Topics.withPartitions(2);
  private static final String RUN = "sub-1_task-live_run-1";
  private static final String RECORDS = "mindstream.bridge.spool.records";

  @TempDir private Path folder;
  @TempDir private Path kafka;
  @TempDir private Path spool;
  private final SchemaRegistry registry = new SchemaRegistry("mock://outage");
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private KafkaBroker broker;
  private BridgeService bridge;
  private Volumes scanner;
  private FolderFeed feed;
  private int scanned;

  @BeforeEach
  void startBroker() {
    broker = KafkaBroker.startIn(kafka);
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    scanner = new Volumes(folder);
  }

  @AfterEach
  void close() {
    bridge.close();
    broker.close();
  }

  @Test
  void shouldPublishEveryVolumeOfARunDuringWhichKafkaWasAway() throws Exception {
    Playback playback = watch(new SpoolSettings(spool, 1 << 30));
    scan(2);
    awaitWaiting(0);
    broker.stop();
    scan(4);
    awaitWaiting(4);
    await().until(() -> bridge.health() instanceof ServiceHealth.Waiting);
    broker.start();
    scan(1);
    await().until(() -> meters.counter("mindstream.bridge.volumes").count() == 7);
    feed.finish();
    assertThat(playback.await()).isEqualTo(new PlaybackSummary(1, 7, 0, List.of()));
    assertThat(indices()).isEqualTo(IntStream.range(0, 7).boxed().toList());
    assertThat(headers())
        .extracting(RunHeader::getState)
        .containsExactly(RunState.STARTED, RunState.ENDED);
  }

  @Test
  void shouldSendInTheNextPlaybackWhatKafkaDidNotTakeInTheLast() throws Exception {
    Playback playback = watch(new SpoolSettings(spool, 1 << 30));
    scan(1);
    awaitWaiting(0);
    broker.stop();
    scan(1);
    awaitWaiting(1);
    bridge.close();
    assertThat(playback.await().problems()).last().asString().contains("2 records are not sent");
    broker.start();
    Files.delete(folder.resolve("vol_0001.nii.gz"));
    Files.delete(folder.resolve("vol_0002.nii.gz"));
    watch(new SpoolSettings(spool, 1 << 30));
    await().untilAsserted(() -> assertThat(headers()).hasSize(2));
    assertThat(indices()).containsExactly(0, 1);
    assertThat(headers().get(1).getReason().orElseThrow()).contains("was shut down");
  }

  @Test
  void shouldSayHowManyVolumesWereLostWhereTheSpoolIsFull() throws Exception {
    Playback playback = watch(new SpoolSettings(spool, 1));
    scan(2);
    await().until(() -> meters.counter("mindstream.bridge.volumes").count() == 2);
    broker.stop();
    scan(35); // 32 of them wait in memory.
    await().until(() -> meters.counter("mindstream.bridge.spool.lost").count() == 3);
    assertThat(bridge.health().describe()).contains("takes nothing more");
    broker.start();
    feed.finish();
    assertThat(playback.await().problems()).singleElement().asString().contains("3 volumes");
    assertThat(indices()).isEqualTo(IntStream.range(0, 34).boxed().toList());
    assertThat(headers().get(1).getReason().orElseThrow()).contains("3 volumes and events");
  }

  private Playback watch(SpoolSettings settings) {
    bridge = new BridgeService(broker.settings(), registry, TOPICS, meters, settings);
    bridge.start();
    feed = FolderFeed.open(Volumes.options(folder, RUN), note -> {});
    return bridge.play(feed, PlaybackOptions.at(Speed.REAL_TIME), PlaybackListener.NONE);
  }

  private void scan(int volumes) {
    for (int i = 0; i < volumes; i++) {
      scanned++;
      scanner.add(scanned);
    }
  }

  /** All that was scanned was told, and so much of it is not sent. */
  private void awaitWaiting(int records) throws Exception {
    await()
        .untilAsserted(
            () -> {
              try (var files = Files.list(spool)) {
                assertThat(files.map(Path::toString).filter(it -> it.matches(".*(waiting|sent)")))
                    .hasSize(scanned + 2);
              }
              assertThat(meters.get(RECORDS).gauge().value()).isEqualTo(records);
            });
  }

  private List<RunHeader> headers() {
    return new TopicContents(broker.settings(), registry).read(TOPICS.runs(), RUN);
  }

  private List<Integer> indices() {
    return new TopicContents(broker.settings(), registry)
        .read(TOPICS.volumes(), RUN).stream().map(BoldVolume::getIndex).toList();
  }
}
